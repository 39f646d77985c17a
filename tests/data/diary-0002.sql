PRAGMA application_id = 1380733764;
CREATE TABLE "schema_migration" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(255) NOT NULL, "applied" DATETIME NOT NULL);
CREATE UNIQUE INDEX "schema_migration_name" ON "schema_migration" ("name");
CREATE TABLE answer (
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        question TEXT NOT NULL CHECK (question <> ''),
        number REAL,
        word TEXT,
        at INTEGER,
        entered_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        offset INTEGER NOT NULL,
        source TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (day, question),
        CHECK ((number IS NULL) <> (word IS NULL))
    ) WITHOUT ROWID
    ;
CREATE INDEX answer_by_question ON answer (question, day, number, word);
CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL UNIQUE CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        text TEXT NOT NULL CHECK (text <> ''),
        for_doctor INTEGER NOT NULL DEFAULT 0 CHECK (for_doctor IN (0, 1)),
        entered_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        offset INTEGER NOT NULL,
        source TEXT NOT NULL DEFAULT ''
    );
CREATE VIRTUAL TABLE note_search USING fts5 (
        text, content='note', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    );
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
        INSERT INTO note_search (rowid, text) VALUES (new.id, new.text);
    END;
CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
        INSERT INTO note_search (note_search, rowid, text) VALUES ('delete', old.id, old.text);
    END;
CREATE TRIGGER note_rewritten AFTER UPDATE OF text ON note BEGIN
        INSERT INTO note_search (note_search, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO note_search (rowid, text) VALUES (new.id, new.text);
    END;
CREATE TABLE item (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> '') COLLATE NOCASE,
        kind TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
        substance TEXT NOT NULL DEFAULT '',
        compound TEXT NOT NULL DEFAULT '',
        variant TEXT NOT NULL DEFAULT '',
        element TEXT CHECK (element IN ('iron', 'zinc', 'magnesium')),
        elemental_mg REAL CHECK (elemental_mg >= 0),
        value_kind TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0,
        private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
        archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)), low_words TEXT NOT NULL DEFAULT '', high_words TEXT NOT NULL DEFAULT '', of_night INTEGER NOT NULL DEFAULT 0 CHECK (of_night IN (0, 1)), timed INTEGER NOT NULL DEFAULT 0 CHECK (timed IN (0, 1)),
        UNIQUE (name, unit)
    );
CREATE TABLE plan (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES item (id),
        amount REAL NOT NULL CHECK (amount >= 0),
        elemental_mg REAL CHECK (elemental_mg >= 0),
        first TEXT NOT NULL,
        last TEXT CHECK (last IS NULL OR last >= first),
        rhythm TEXT NOT NULL,
        weekdays TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT ''
    , times TEXT NOT NULL DEFAULT '-' CHECK (times <> ''));
CREATE INDEX plan_by_item ON plan (item_id, first);
CREATE TABLE intake (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        item_id INTEGER NOT NULL REFERENCES item (id),
        plan_id INTEGER REFERENCES plan (id),
        status TEXT NOT NULL CHECK (status IN ('taken', 'skipped', 'extra', 'needed')),
        amount REAL CHECK (amount >= 0),
        elemental_mg REAL CHECK (elemental_mg >= 0),
        minute INTEGER,
        with_food INTEGER CHECK (with_food IN (0, 1)),
        with_vitamin_c INTEGER CHECK (with_vitamin_c IN (0, 1)),
        entered_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        offset INTEGER NOT NULL,
        source TEXT NOT NULL DEFAULT ''
    , slot INTEGER NOT NULL DEFAULT 0 CHECK (slot >= 0));
CREATE INDEX intake_by_day ON intake (day);
CREATE INDEX intake_by_item ON intake (item_id, day, status, amount, elemental_mg);
CREATE TABLE moment (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        level INTEGER CHECK (level BETWEEN 0 AND 10),
        item_id INTEGER REFERENCES item (id),
        text TEXT NOT NULL DEFAULT '',
        entered_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        offset INTEGER NOT NULL,
        source TEXT NOT NULL DEFAULT ''
    );
CREATE INDEX moment_by_day ON moment (day);
CREATE TABLE marker (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        item_id INTEGER REFERENCES item (id),
        settling_days INTEGER CHECK (settling_days >= 0)
    );
CREATE INDEX marker_by_day ON marker (day);
CREATE TABLE lab (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        minute INTEGER,
        test TEXT NOT NULL,
        comparator TEXT NOT NULL DEFAULT '' CHECK (comparator IN ('', '<', '>')),
        value REAL NOT NULL,
        unit TEXT NOT NULL,
        low REAL,
        high REAL,
        laboratory TEXT NOT NULL DEFAULT '',
        fasting INTEGER CHECK (fasting IN (0, 1)),
        hours_since_iron REAL CHECK (hours_since_iron >= 0),
        note TEXT NOT NULL DEFAULT ''
    );
CREATE INDEX lab_by_test ON lab (test, day);
CREATE TABLE questionnaire (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        code TEXT NOT NULL,
        total REAL NOT NULL,
        filled_by TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT ''
    );
CREATE TABLE condition (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        since TEXT,
        until TEXT,
        by_clinician INTEGER CHECK (by_clinician IN (0, 1))
    , note TEXT NOT NULL DEFAULT '');
CREATE TABLE visit_question (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL CHECK (text <> ''),
        position INTEGER NOT NULL DEFAULT 0,
        asked_on TEXT
    );
CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO schema_migration VALUES (1, '0001_first_diary', '2026-11-27 18:34:41.940013');
INSERT INTO schema_migration VALUES (2, '0002_all_of_treatment', '2026-11-27 18:34:41.943277');
INSERT INTO answer VALUES ('2026-11-22', 'onset', NULL, 'none', NULL, '2026-11-22T21:30:00', 'Europe/Berlin', 60, '');
INSERT INTO answer VALUES ('2026-11-22', 'urge', 6.0, NULL, NULL, '2026-11-22T21:30:00', 'Europe/Berlin', 60, '');
INSERT INTO note VALUES (1, '2026-11-22', 'Calves, “both” sides; naïve 🙂', 0, '2026-11-22T21:30:00', 'Europe/Berlin', 60, '');
INSERT INTO item VALUES (1, 'Iron', 'supplement', 'mg', '', '', '', 'iron', 1.0, '', 0, 0, 0, '', '', 0, 0);
INSERT INTO plan VALUES (1, 1, 65.0, NULL, '2026-11-01', NULL, 'daily', '', '', '-');
INSERT INTO intake VALUES (1, '2026-11-22', 1, 1, 'taken', 65.0, 65.0, 1200, NULL, NULL, '2026-11-22T21:30:00', 'Europe/Berlin', 60, '', 0);
INSERT INTO moment VALUES (1, '2026-11-22', 'legs', 7, NULL, '', '2026-11-22T21:30:00', 'Europe/Berlin', 60, '');
INSERT INTO marker VALUES (1, '2026-11-22', 'travel', 'At the sea', NULL, NULL);
INSERT INTO setting VALUES ('day_start', '"06:00"');
