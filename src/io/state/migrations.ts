/**
 * The tables, as a list of changes in order: `user_version` of a file says how many it has been through. A change that
 * was released is never edited; what comes later is added below.
 *
 * `person` is a hash of the address in lower case: what is left of somebody who was removed. Rows refer to each other by
 * growing numbers and not by random ids, which would scatter every batch over the whole file.
 */
export const migrations: readonly string[] = [
  `
CREATE TABLE subscribers (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL UNIQUE,
  name TEXT,
  language TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'unsubscribed', 'bounced', 'complained')),
  consent_at TEXT,
  consent_how TEXT CHECK (consent_how IN ('form', 'import', 'command')),
  consent_text TEXT,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  soft_bounces INTEGER NOT NULL DEFAULT 0 CHECK (soft_bounces >= 0)
) STRICT;
CREATE INDEX subscribers_by_status ON subscribers (status, email);

CREATE TABLE tags (
  subscriber INTEGER NOT NULL REFERENCES subscribers (key) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (subscriber, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE suppressions (
  person TEXT PRIMARY KEY,
  email TEXT,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  issue TEXT NOT NULL,
  hashes TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  prepared INTEGER NOT NULL CHECK (prepared >= 0)
) STRICT;

-- Without a reference to subscribers: what was sent outlives who is removed.
CREATE TABLE deliveries (
  run INTEGER NOT NULL REFERENCES runs (key),
  number INTEGER NOT NULL CHECK (number > 0),
  subscriber TEXT NOT NULL,
  email TEXT NOT NULL,
  name TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'attempting', 'sent', 'failed', 'unknown', 'excluded')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  reply TEXT,
  due INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_queued ON deliveries (run, due, number) WHERE state = 'queued';
CREATE INDEX deliveries_attempting ON deliveries (run, number) WHERE state = 'attempting';
CREATE UNIQUE INDEX deliveries_by_subscriber ON deliveries (subscriber, run);

CREATE TABLE bounces (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('hard', 'soft', 'complaint', 'other')),
  subscriber TEXT,
  run TEXT,
  at TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX bounces_by_time ON bounces (at, id);
CREATE INDEX bounces_by_subscriber ON bounces (subscriber, run);

CREATE TABLE remembered (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a use; keys are hashes, so that no address of a visitor is kept.
CREATE TABLE spendings (
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;
CREATE INDEX spendings_by_key ON spendings (key, at);
CREATE INDEX spendings_by_end ON spendings (until);
`,
  `
-- Hashes of the ids of who was removed: their links still say that they are off the list.
CREATE TABLE removed (
  identity TEXT PRIMARY KEY,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
  `
-- Mails that were opened and are no answers.
CREATE TABLE passed (
  key INTEGER PRIMARY KEY,
  mail TEXT NOT NULL UNIQUE
) STRICT;
`,
];
