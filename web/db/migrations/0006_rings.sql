-- The stems of a text's words, each once, accents folded: "Repairing bikes" says what "bike repair" says. Skills bear no
-- language, and most are written in English; what it does to the endings of others it does to both that are compared.
CREATE FUNCTION app.stems(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN tsvector_to_array(to_tsvector('pg_catalog.english'::regconfig, app.fold(value)));
--> statement-breakpoint
CREATE TYPE "app"."ring_answer" AS ENUM('yes', 'no');--> statement-breakpoint
CREATE TABLE "app"."ring" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"size" integer NOT NULL,
	"minutes" integer NOT NULL,
	"rank" real NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ring_key_unique" UNIQUE("key"),
	CONSTRAINT "ring_size" CHECK ("app"."ring"."size" between 2 and 5),
	CONSTRAINT "ring_minutes_positive" CHECK ("app"."ring"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."ring_seat" (
	"ring_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"member" text NOT NULL,
	"offer" uuid NOT NULL,
	"wish" uuid NOT NULL,
	"answer" "app"."ring_answer",
	"answered_at" timestamp with time zone,
	CONSTRAINT "ring_seat_ring_id_position_pk" PRIMARY KEY("ring_id","position"),
	CONSTRAINT "ring_seat_answered" CHECK (("app"."ring_seat"."answer" is null) = ("app"."ring_seat"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "app"."ring_seat" ADD CONSTRAINT "ring_seat_ring_id_ring_id_fk" FOREIGN KEY ("ring_id") REFERENCES "app"."ring"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."ring_seat" ADD CONSTRAINT "ring_seat_offer_listing_id_fk" FOREIGN KEY ("offer") REFERENCES "app"."listing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."ring_seat" ADD CONSTRAINT "ring_seat_wish_listing_id_fk" FOREIGN KEY ("wish") REFERENCES "app"."listing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ring_seat_member" ON "app"."ring_seat" USING btree ("member");--> statement-breakpoint
CREATE INDEX "ring_seat_offer" ON "app"."ring_seat" USING btree ("offer");--> statement-breakpoint
CREATE INDEX "ring_seat_wish" ON "app"."ring_seat" USING btree ("wish");--> statement-breakpoint
CREATE INDEX "listing_stems" ON "app"."listing" USING gin (app.stems(app.join_words("skills") || ' ' || "title"));