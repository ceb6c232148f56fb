CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;--> statement-breakpoint
CREATE TYPE "app"."booking_freed_for" AS ENUM('lapsed', 'cancelled', 'refunded', 'taken');--> statement-breakpoint
CREATE TYPE "app"."booking_state" AS ENUM('held', 'firm', 'kept', 'freed');--> statement-breakpoint
CREATE TABLE "app"."availability" (
	"member" text PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"slot_minutes" integer NOT NULL,
	"buffer_minutes" integer NOT NULL,
	"notice_minutes" integer NOT NULL,
	"free_time_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "availability_slot_positive" CHECK ("app"."availability"."slot_minutes" > 0),
	CONSTRAINT "availability_buffer" CHECK ("app"."availability"."buffer_minutes" >= 0),
	CONSTRAINT "availability_notice" CHECK ("app"."availability"."notice_minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "app"."availability_exception" (
	"member" text NOT NULL,
	"day" date NOT NULL,
	"hours" jsonb NOT NULL,
	CONSTRAINT "availability_exception_member_day_pk" PRIMARY KEY("member","day")
);
--> statement-breakpoint
CREATE TABLE "app"."availability_rule" (
	"member" text NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	CONSTRAINT "availability_rule_member_weekday_from_minute_pk" PRIMARY KEY("member","weekday","from_minute"),
	CONSTRAINT "availability_rule_weekday" CHECK ("app"."availability_rule"."weekday" between 1 and 7),
	CONSTRAINT "availability_rule_hours" CHECK (0 <= "app"."availability_rule"."from_minute" and "app"."availability_rule"."from_minute" < "app"."availability_rule"."to_minute" and "app"."availability_rule"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "app"."booking" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid,
	"deal_id" text,
	"seller" text NOT NULL,
	"buyer" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone NOT NULL,
	"state" "app"."booking_state" NOT NULL,
	"held_until" timestamp with time zone,
	"freed_for" "app"."booking_freed_for",
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_proposal_id_unique" UNIQUE("proposal_id"),
	CONSTRAINT "booking_deal_id_unique" UNIQUE("deal_id"),
	CONSTRAINT "booking_belongs" CHECK ("app"."booking"."proposal_id" is not null or "app"."booking"."deal_id" is not null),
	CONSTRAINT "booking_order" CHECK ("app"."booking"."starts_at" < "app"."booking"."ends_at" and "app"."booking"."ends_at" <= "app"."booking"."blocked_until"),
	CONSTRAINT "booking_held" CHECK (("app"."booking"."state" = 'held') = ("app"."booking"."held_until" is not null)),
	CONSTRAINT "booking_freed" CHECK (("app"."booking"."state" = 'freed') = ("app"."booking"."freed_for" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."calendar_feed" (
	"member" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feed_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "app"."free_time" (
	"member" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "free_time_member_starts_at_pk" PRIMARY KEY("member","starts_at"),
	CONSTRAINT "free_time_order" CHECK ("app"."free_time"."starts_at" < "app"."free_time"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "app"."busy_time" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"calendar_id" uuid NOT NULL,
	"member" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "busy_time_order" CHECK ("app"."busy_time"."starts_at" < "app"."busy_time"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "app"."imported_calendar" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member" text NOT NULL,
	"name" text NOT NULL,
	"event_count" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."availability_exception" ADD CONSTRAINT "availability_exception_member_availability_member_fk" FOREIGN KEY ("member") REFERENCES "app"."availability"("member") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."availability_rule" ADD CONSTRAINT "availability_rule_member_availability_member_fk" FOREIGN KEY ("member") REFERENCES "app"."availability"("member") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."booking" ADD CONSTRAINT "booking_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "app"."proposal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."free_time" ADD CONSTRAINT "free_time_member_availability_member_fk" FOREIGN KEY ("member") REFERENCES "app"."availability"("member") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."busy_time" ADD CONSTRAINT "busy_time_calendar_id_imported_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "app"."imported_calendar"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_seller" ON "app"."booking" USING btree ("seller","starts_at");--> statement-breakpoint
CREATE INDEX "booking_buyer" ON "app"."booking" USING btree ("buyer","starts_at");--> statement-breakpoint
CREATE INDEX "booking_state" ON "app"."booking" USING btree ("state");--> statement-breakpoint
CREATE INDEX "busy_time_member" ON "app"."busy_time" USING btree ("member","starts_at");--> statement-breakpoint
CREATE INDEX "busy_time_calendar" ON "app"."busy_time" USING btree ("calendar_id");--> statement-breakpoint
CREATE INDEX "imported_calendar_member" ON "app"."imported_calendar" USING btree ("member");--> statement-breakpoint
-- What drizzle has no words for: hours of one weekday, and bookings of one seller, never overlap.
ALTER TABLE "app"."availability_rule" ADD CONSTRAINT "availability_rule_apart" EXCLUDE USING gist ("member" WITH =, "weekday" WITH =, int4range("from_minute", "to_minute") WITH &&);--> statement-breakpoint
ALTER TABLE "app"."booking" ADD CONSTRAINT "booking_apart" EXCLUDE USING gist ("seller" WITH =, tstzrange("starts_at", "blocked_until") WITH &&) WHERE ("state" IN ('held', 'firm'));
