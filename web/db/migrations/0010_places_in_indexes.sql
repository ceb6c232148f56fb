DROP INDEX "app"."listing_newest";--> statement-breakpoint
DROP INDEX "app"."listing_price";--> statement-breakpoint
CREATE INDEX "listing_newest" ON "app"."listing" USING btree ("created_at" DESC NULLS FIRST,"id","owner","kind","category","price_minutes","remote","language","latitude","longitude") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "listing_price" ON "app"."listing" USING btree ("price_minutes","created_at" DESC NULLS FIRST,"id","owner","kind","category","remote","language","latitude","longitude") WHERE status = 'published';