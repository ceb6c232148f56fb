CREATE SCHEMA IF NOT EXISTS "app";
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
--> statement-breakpoint
-- Lower case without accents. `unaccent` is only STABLE, since its dictionary could change; generated columns and
-- indexes need IMMUTABLE, and naming the dictionary makes it so.
CREATE FUNCTION app.fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, value));
--> statement-breakpoint
-- `array_to_string` is STABLE for the sake of element types with changing output; text has none.
CREATE FUNCTION app.join_words(value text[]) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_to_string(value, ' ');
