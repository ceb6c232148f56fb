import { defineConfig } from "drizzle-kit";

/** For `drizzle-kit generate --config web/db/drizzle.config.ts`, run from the root after a change of the tables. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./web/db/schema/*.ts",
  out: "./web/db/migrations",
  schemaFilter: ["app"],
});
