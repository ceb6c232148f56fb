CREATE TABLE "app"."lexicon_form" (
	"word" text collate "C" NOT NULL,
	"form" text collate "C" NOT NULL,
	"listings" integer NOT NULL,
	CONSTRAINT "lexicon_form_word_form_pk" PRIMARY KEY("word","form")
);
--> statement-breakpoint
ALTER TABLE "app"."lexicon_change" ADD COLUMN "form" text;--> statement-breakpoint
-- What a listing adds to the lexicon: each of its words once, with no form; and how it writes them where that is not as
-- they are folded, each form once.
CREATE FUNCTION app.listing_says(title text, skills text[], description text) RETURNS TABLE (word text, form text)
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT word, NULL::text FROM unnest(app.listing_words(title, skills, description)) AS word
    UNION ALL
    SELECT word, form FROM (
      SELECT app.plain(written) AS word, written AS form FROM (
        SELECT DISTINCT written
        FROM regexp_split_to_table(
          lower(normalize(title || ' ' || app.join_words(skills) || ' ' || description)), '[^[:alnum:]]+') AS written
        -- Letters of the Latin alphabet alone are folded already.
        WHERE written ~ '[^\x01-\x7f]'
      ) AS once
    ) AS folded
    WHERE word <> form AND length(word) BETWEEN 3 AND 40 AND word !~ '[0-9 ]';
  END;
--> statement-breakpoint
-- One statement of any number of listings writes down what it did to the lexicon, and what it brought onto the market.
CREATE OR REPLACE FUNCTION app.note_listings() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO app.lexicon_change (word, form, delta)
      SELECT word, form, count(*) FROM written, app.listing_says(title, skills, description)
      WHERE status = 'published' GROUP BY word, form;
    INSERT INTO app.listing_news (listing_id)
      SELECT id FROM written WHERE status = 'published' ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO app.lexicon_change (word, form, delta)
      SELECT word, form, sum(delta) FROM (
        SELECT word, form, 1 AS delta FROM written, app.listing_says(title, skills, description) WHERE status = 'published'
        UNION ALL
        SELECT word, form, -1 FROM overwritten, app.listing_says(title, skills, description) WHERE status = 'published'
      ) AS changes GROUP BY word, form HAVING sum(delta) <> 0;
    INSERT INTO app.listing_news (listing_id)
      SELECT id FROM written JOIN overwritten USING (id)
      WHERE written.status = 'published' AND overwritten.status <> 'published' ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO app.lexicon_change (word, form, delta)
      SELECT word, form, -count(*) FROM overwritten, app.listing_says(title, skills, description)
      WHERE status = 'published' GROUP BY word, form;
  END IF;
  PERFORM pg_notify('app_listing', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
INSERT INTO app.lexicon_change (word, form, delta)
  SELECT word, form, count(*) FROM app.listing, app.listing_says(title, skills, description)
  WHERE status = 'published' AND form IS NOT NULL GROUP BY word, form;
