CREATE EXTENSION IF NOT EXISTS cube WITH SCHEMA public;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS earthdistance WITH SCHEMA public;--> statement-breakpoint
CREATE TYPE "app"."photo_size" AS ENUM('card', 'full');--> statement-breakpoint
ALTER TYPE "app"."listing_welcome" ADD VALUE 'reputation';--> statement-breakpoint
ALTER TYPE "app"."listing_welcome" ADD VALUE 'members';--> statement-breakpoint
CREATE TABLE "app"."listing_photo" (
	"listing_id" uuid NOT NULL,
	"photo_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	CONSTRAINT "listing_photo_listing_id_photo_id_pk" PRIMARY KEY("listing_id","photo_id"),
	CONSTRAINT "listing_photo_photo_id_unique" UNIQUE("photo_id"),
	CONSTRAINT "listing_photo_position" UNIQUE("listing_id","position"),
	CONSTRAINT "listing_photo_first" CHECK ("app"."listing_photo"."position" >= 0)
);
--> statement-breakpoint
CREATE TABLE "app"."photo" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photo_pixels" CHECK ("app"."photo"."width" > 0 and "app"."photo"."height" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."photo_file" (
	"photo_id" uuid NOT NULL,
	"size" "app"."photo_size" NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "photo_file_photo_id_size_pk" PRIMARY KEY("photo_id","size")
);
--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "welcome_score" integer;--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "welcome_members" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "duration_minutes" integer;--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "buffer_before_minutes" integer;--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "buffer_after_minutes" integer;--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "app"."listing" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "app"."member" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "app"."member" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "app"."member" ADD COLUMN "photo_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."listing_photo" ADD CONSTRAINT "listing_photo_listing_id_listing_id_fk" FOREIGN KEY ("listing_id") REFERENCES "app"."listing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."listing_photo" ADD CONSTRAINT "listing_photo_photo_id_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "app"."photo"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."photo_file" ADD CONSTRAINT "photo_file_photo_id_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "app"."photo"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "photo_owner" ON "app"."photo" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "photo_created_at" ON "app"."photo" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "app"."member" ADD CONSTRAINT "member_photo_id_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "app"."photo"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_photo" ON "app"."member" USING btree ("photo_id");--> statement-breakpoint
ALTER TABLE "app"."listing" ADD CONSTRAINT "listing_coordinates" CHECK (("app"."listing"."latitude" is null) = ("app"."listing"."longitude" is null) and "app"."listing"."latitude" between -90 and 90 and "app"."listing"."longitude" between -180 and 180);--> statement-breakpoint
ALTER TABLE "app"."listing" ADD CONSTRAINT "listing_duration" CHECK ("app"."listing"."duration_minutes" > 0);--> statement-breakpoint
ALTER TABLE "app"."listing" ADD CONSTRAINT "listing_buffers" CHECK ("app"."listing"."buffer_before_minutes" >= 0 and "app"."listing"."buffer_after_minutes" >= 0);--> statement-breakpoint
ALTER TABLE "app"."listing" ADD CONSTRAINT "listing_welcome_score" CHECK (("app"."listing"."welcome"::text = 'reputation') = ("app"."listing"."welcome_score" is not null) and "app"."listing"."welcome_score" between 1 and 100);--> statement-breakpoint
ALTER TABLE "app"."listing" ADD CONSTRAINT "listing_welcome_members" CHECK (("app"."listing"."welcome"::text = 'members') = (cardinality("app"."listing"."welcome_members") > 0));--> statement-breakpoint
ALTER TABLE "app"."member" ADD CONSTRAINT "member_coordinates" CHECK (("app"."member"."latitude" is null) = ("app"."member"."longitude" is null) and "app"."member"."latitude" between -90 and 90 and "app"."member"."longitude" between -180 and 180);