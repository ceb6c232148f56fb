CREATE TABLE "app"."member_block" (
	"blocker" text NOT NULL,
	"blocked" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_block_blocker_blocked_pk" PRIMARY KEY("blocker","blocked"),
	CONSTRAINT "member_block_two_people" CHECK ("app"."member_block"."blocker" <> "app"."member_block"."blocked"),
	CONSTRAINT "member_block_lower" CHECK ("app"."member_block"."blocked" ~ '^0x[0-9a-f]{40}$')
);
--> statement-breakpoint
CREATE INDEX "member_block_blocked" ON "app"."member_block" USING btree ("blocked");