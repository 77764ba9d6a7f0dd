CREATE TABLE search_entry ( n INTEGER NOT NULL, entity TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (n), UNIQUE (entity, source) ) STRICT
INSERT INTO search_entry (n, entity, source, kind, digest) SELECT n, entity, source, kind, digest_of(names, words) FROM search_text
DROP TABLE search_words
DROP TABLE search_names
CREATE VIRTUAL TABLE search_words USING fts5(kind, names, words, content='', contentless_delete=1, detail=column, tokenize='unicode61 remove_diacritics 2', prefix='2')
CREATE VIRTUAL TABLE search_names USING fts5(names, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1')
INSERT INTO search_words(search_words, rank) VALUES ('pgsz', 3970)
INSERT INTO search_names(search_names, rank) VALUES ('pgsz', 3970)
INSERT INTO search_words (rowid, kind, names, words) SELECT n, kind, names, words FROM search_text ORDER BY n
INSERT INTO search_names (rowid, names) SELECT n, names FROM search_text WHERE kind = 'person' ORDER BY n
DROP TABLE search_text
DROP INDEX visit_by_person_day_n
DROP INDEX visit_by_person_state_deleted_day_n
DROP INDEX visit_by_state_ended_at_day_n
CREATE INDEX visit_before_ended_at_by_state_day_n ON visit (state, day, n) WHERE ended_at IS NULL
CREATE INDEX visit_by_person_day_n_state_deleted ON visit (person, day, n, state, deleted)
DROP INDEX visit_by_day_n
PRAGMA defer_foreign_keys = ON
CREATE TABLE revision_before AS SELECT * FROM revision
DROP TABLE revision
CREATE TABLE revision ( n INTEGER NOT NULL, id TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, schema INTEGER NOT NULL, parents TEXT NOT NULL, hlc TEXT NOT NULL, device TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, digest TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (n) ) STRICT
INSERT INTO revision SELECT * FROM revision_before ORDER BY n
DROP TABLE revision_before
CREATE UNIQUE INDEX revision_by_entity ON revision (entity, id)
CREATE TRIGGER revision_unchanged BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END
CREATE TRIGGER revision_kept BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'a revision is kept'); END
DROP TRIGGER attachment_kept
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER practitioner_kept
CREATE TRIGGER practitioner_kept BEFORE DELETE ON practitioner WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER event_kept
CREATE TRIGGER event_kept BEFORE DELETE ON event WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER outcome_kept
CREATE TRIGGER outcome_kept BEFORE DELETE ON outcome WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER action_kept
CREATE TRIGGER action_kept BEFORE DELETE ON action WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER plan_kept
CREATE TRIGGER plan_kept BEFORE DELETE ON plan WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER person_kept
CREATE TRIGGER person_kept BEFORE DELETE ON person WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER safe_contact_kept
CREATE TRIGGER safe_contact_kept BEFORE DELETE ON safe_contact WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER connection_kept
CREATE TRIGGER connection_kept BEFORE DELETE ON connection WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER answers_kept
CREATE TRIGGER answers_kept BEFORE DELETE ON answers WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER definition_kept
CREATE TRIGGER definition_kept BEFORE DELETE ON definition WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER enquiry_kept
CREATE TRIGGER enquiry_kept BEFORE DELETE ON enquiry WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
DROP TRIGGER visit_kept
CREATE TRIGGER visit_kept BEFORE DELETE ON visit WHEN EXISTS (SELECT 1 FROM revision r JOIN revision_body b ON b.n = r.n WHERE r.id = OLD.rev AND r.entity = OLD.id AND b.body = OLD.body) BEGIN SELECT RAISE(ABORT, 'a record is deleted by a revision, never by its row'); END
