-- A list of words as app.fold has each of them.
CREATE FUNCTION app.fold_words(value text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(SELECT app.fold(word) FROM unnest(value) AS word);
--> statement-breakpoint
CREATE TABLE "app"."member_email" (
	"member" text PRIMARY KEY NOT NULL,
	"sealed_address" text,
	"address_index" text,
	"verified_at" timestamp with time zone,
	"sealed_pending" text,
	"token_hash" text,
	"token_expires_at" timestamp with time zone,
	"language" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_email_address_index_unique" UNIQUE("address_index"),
	CONSTRAINT "member_email_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "member_email_verified_whole" CHECK (num_nonnulls("app"."member_email"."sealed_address", "app"."member_email"."address_index", "app"."member_email"."verified_at") in (0, 3)),
	CONSTRAINT "member_email_pending_whole" CHECK (num_nonnulls("app"."member_email"."sealed_pending", "app"."member_email"."token_hash", "app"."member_email"."token_expires_at") in (0, 3)),
	CONSTRAINT "member_email_not_empty" CHECK (num_nonnulls("app"."member_email"."sealed_address", "app"."member_email"."sealed_pending") > 0)
);
--> statement-breakpoint
DROP INDEX "app"."member_skills";--> statement-breakpoint
ALTER TABLE "app"."member" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', app.fold("display_name" || ' ' || "handle")), 'A') || setweight(to_tsvector('simple', app.fold(app.join_words("skills"))), 'B') || setweight(to_tsvector('simple', app.fold("place")), 'C') || setweight(to_tsvector('simple', app.fold("bio")), 'D')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "member_search" ON "app"."member" USING gin ("search");--> statement-breakpoint
CREATE INDEX "member_languages" ON "app"."member" USING gin ("languages");--> statement-breakpoint
CREATE INDEX "member_town" ON "app"."member" USING btree (app.fold(split_part("place", ',', 1)));--> statement-breakpoint
CREATE INDEX "member_created_at" ON "app"."member" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "member_skills" ON "app"."member" USING gin (app.fold_words("skills"));