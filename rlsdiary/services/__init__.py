"""What a person can do, one transaction each; every act returns the Change it made."""
