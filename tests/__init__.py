"""The tests of RLS Diary, laid out like the program itself."""
