-- Every table carries the key of its collection, a set of articles. There is one collection so far.

-- Which build of a generation is the current one, and the one before it. The row is changed in the transaction that notifies the readers.
create table library (
  collection text primary key,
  build bigint not null,
  previous_build bigint,
  indexed_at timestamptz not null,
  indexed_by text not null
);

-- A build is one stored generation. Its index and its list of articles are tables of its own (postings_N, pieces_N, articles_N), so that
-- it is built aside, and deleted in one step.
create table builds (
  build bigint generated always as identity primary key,
  collection text not null,
  generation text not null,
  fingerprint text not null,
  -- The program and the Node.js that wrote it, for messages.
  program text not null,
  node text not null,
  articles integer not null,
  paragraphs integer not null,
  -- Null until it is complete and checked.
  completed_at timestamptz
);

-- What is read of one article alone. The hash is that of the encoded article. Builds that contain the same article share its row.
create table readings (
  collection text not null,
  fingerprint text not null,
  hash bytea not null,
  article bytea not null,
  words bytea not null,
  slow_parts bytea not null,
  primary key (collection, fingerprint, hash)
);

-- Who holds the lock of the reindex, or held it last. The lock itself is an advisory lock of that session.
create table reindex_lock (
  collection text primary key,
  token text not null,
  pid integer not null,
  taken_by text not null,
  taken_at timestamptz not null
);

-- What moderators changed: articles that they added, those of them that they removed, and articles of the folder that they hid.
create table added_articles (
  collection text not null,
  file text not null,
  bytes bytea not null,
  primary key (collection, file)
);

create table removed_articles (
  collection text not null,
  aside text not null,
  file text not null,
  bytes bytea not null,
  primary key (collection, aside, file)
);

create table hidden_articles (
  collection text not null,
  file text not null,
  hidden_at text not null,
  hidden_by text not null,
  primary key (collection, file)
);

create table audit_log (
  id bigint generated always as identity primary key,
  collection text not null,
  written_at timestamptz not null default now(),
  -- JSON as it was written: a text, because jsonb rejects some strings that JSON allows.
  entry text not null
);

-- Which process serves which shard of the gateway. A row counts only as long as its session holds the advisory lock of the shard.
create table shards (
  collection text not null,
  shard integer not null,
  total integer not null,
  pid integer not null,
  taken_by text not null,
  primary key (collection, shard)
);
