CREATE EXTENSION IF NOT EXISTS cube WITH SCHEMA public;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS earthdistance WITH SCHEMA public;
--> statement-breakpoint
-- Words alone, folded: without signs, without the vowel marks of Arabic and its spellings of one letter, and with a
-- space around each character of the scripts that put none between words.
CREATE FUNCTION app.plain(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(
    regexp_replace(
      translate(app.fold(value), 'أإآٱىةـًٌٍَُِّْٰ', 'اااايه'),
      '[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]', ' \& ', 'g'),
    '[^[:alnum:]]+', ' ', 'g'));
--> statement-breakpoint
-- The rules by which a language bends its words; languages Postgres has none for keep their words as they stand.
CREATE FUNCTION app.search_config(language text) RETURNS regconfig
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE split_part(language, '-', 1)
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'el' THEN 'pg_catalog.greek'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'hi' THEN 'pg_catalog.hindi'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END;
--> statement-breakpoint
-- Each word twice: as it stands, for beginnings of words, and as its language's stem.
CREATE FUNCTION app.lexemes(language text, value text, weight "char") RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN setweight(
    to_tsvector('pg_catalog.simple'::regconfig, app.plain(value)) || to_tsvector(app.search_config(language), app.plain(value)),
    weight);
--> statement-breakpoint
CREATE FUNCTION app.search_vector(language text, title text, skills text[], category text, description text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN app.lexemes(language, title, 'A')
    || app.lexemes(language, app.join_words(skills) || ' ' || category, 'B')
    || app.lexemes(language, description, 'C');
--> statement-breakpoint
-- The stems of a folded word in every language that has rules; an empty one where the word says nothing there ("the").
CREATE FUNCTION app.word_stems(word text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT coalesce(CASE WHEN ts_lexize(rules, word) = '{}' THEN '' ELSE (ts_lexize(rules, word))[1] END, word)
    FROM unnest(ARRAY[
      'pg_catalog.arabic_stem', 'pg_catalog.german_stem', 'pg_catalog.greek_stem', 'pg_catalog.english_stem',
      'pg_catalog.spanish_stem', 'pg_catalog.french_stem', 'pg_catalog.hindi_stem', 'pg_catalog.italian_stem',
      'pg_catalog.dutch_stem', 'pg_catalog.portuguese_stem', 'pg_catalog.russian_stem', 'pg_catalog.swedish_stem',
      'pg_catalog.turkish_stem'
    ]::regdictionary[]) AS rules);
--> statement-breakpoint
-- A word, or its beginning where it is long, with each one letter left out, and from five letters on each two: words
-- that are one or two typos apart have one of these in common.
CREATE FUNCTION app.spellings(word text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    WITH RECURSIVE lost(spelling, letters) AS (
      SELECT left(word, 7), 0
      UNION
      SELECT left(spelling, gap - 1) || substr(spelling, gap + 1), letters + 1
      FROM lost, generate_series(1, length(spelling)) AS gap
      WHERE letters < CASE WHEN length(word) < 5 THEN 1 ELSE 2 END
    )
    SELECT DISTINCT spelling FROM lost WHERE spelling <> '');
--> statement-breakpoint
-- What a listing adds to the lexicon: each of its words once, but for numbers and what is too short to be mistaken.
CREATE FUNCTION app.listing_words(title text, skills text[], description text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT word
    FROM regexp_split_to_table(app.plain(title || ' ' || app.join_words(skills) || ' ' || description), ' ') AS word
    WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9]');
--> statement-breakpoint
CREATE FUNCTION app.lower_words(value text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(SELECT lower(word) FROM unnest(value) AS word);
--> statement-breakpoint
CREATE TABLE "app"."lexicon" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"listings" integer NOT NULL,
	"spellings" text[] GENERATED ALWAYS AS (app.spellings("word")) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."lexicon_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "app"."lexicon_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"word" text NOT NULL,
	"delta" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "app"."outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipient" text NOT NULL,
	"event_key" text NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "outbox_event_key_unique" UNIQUE("event_key")
);
--> statement-breakpoint
CREATE TABLE "app"."listing_news" (
	"listing_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."saved_search" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"kind" "app"."listing_kind",
	"category" text,
	"anchors" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "app"."listing_title_trigram";--> statement-breakpoint
ALTER TABLE "app"."listing" drop column "search";--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (app.search_vector("language", "title", "skills", "category", "description")) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."listing_news" ADD CONSTRAINT "listing_news_listing_id_listing_id_fk" FOREIGN KEY ("listing_id") REFERENCES "app"."listing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lexicon_spellings" ON "app"."lexicon" USING gin ("spellings");--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "app"."outbox" USING btree ("recipient","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "outbox_unread" ON "app"."outbox" USING btree ("recipient") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "outbox_saved_search" ON "app"."outbox" USING btree (("payload" ->> 'savedSearchId'),"created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_search_name" ON "app"."saved_search" USING btree ("owner",lower("name"));--> statement-breakpoint
CREATE INDEX "saved_search_anchors" ON "app"."saved_search" USING gin ("anchors");--> statement-breakpoint
CREATE INDEX "listing_newest" ON "app"."listing" USING btree ("created_at" DESC NULLS FIRST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "listing_price" ON "app"."listing" USING btree ("price_minutes","created_at" DESC NULLS FIRST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "listing_skills_lower" ON "app"."listing" USING gin (app.lower_words("skills"));--> statement-breakpoint
CREATE INDEX "listing_search" ON "app"."listing" USING gin ("search");
--> statement-breakpoint
-- One statement of any number of listings writes down what it did to the lexicon, and what it brought onto the market.
CREATE FUNCTION app.note_listings() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO app.lexicon_change (word, delta)
      SELECT word, count(*) FROM written, unnest(app.listing_words(title, skills, description)) AS word
      WHERE status = 'published' GROUP BY word;
    INSERT INTO app.listing_news (listing_id)
      SELECT id FROM written WHERE status = 'published' ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO app.lexicon_change (word, delta)
      SELECT word, sum(delta) FROM (
        SELECT unnest(app.listing_words(title, skills, description)) AS word, 1 AS delta FROM written WHERE status = 'published'
        UNION ALL
        SELECT unnest(app.listing_words(title, skills, description)), -1 FROM overwritten WHERE status = 'published'
      ) AS changes GROUP BY word HAVING sum(delta) <> 0;
    INSERT INTO app.listing_news (listing_id)
      SELECT id FROM written JOIN overwritten USING (id)
      WHERE written.status = 'published' AND overwritten.status <> 'published' ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO app.lexicon_change (word, delta)
      SELECT word, -count(*) FROM overwritten, unnest(app.listing_words(title, skills, description)) AS word
      WHERE status = 'published' GROUP BY word;
  END IF;
  PERFORM pg_notify('app_listing', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER listing_written AFTER INSERT ON app.listing
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.note_listings();
--> statement-breakpoint
CREATE TRIGGER listing_changed AFTER UPDATE ON app.listing
  REFERENCING OLD TABLE AS overwritten NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.note_listings();
--> statement-breakpoint
CREATE TRIGGER listing_removed AFTER DELETE ON app.listing
  REFERENCING OLD TABLE AS overwritten FOR EACH STATEMENT EXECUTE FUNCTION app.note_listings();
--> statement-breakpoint
INSERT INTO app.lexicon_change (word, delta)
  SELECT word, count(*) FROM app.listing, unnest(app.listing_words(title, skills, description)) AS word
  WHERE status = 'published' GROUP BY word;
--> statement-breakpoint
-- Whoever shows an inbox hears at once that it has changed, and whose it is.
CREATE FUNCTION app.tell_recipient() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('app_outbox', new.recipient);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbox_written AFTER INSERT OR UPDATE OF read_at ON app.outbox
  FOR EACH ROW EXECUTE FUNCTION app.tell_recipient();
