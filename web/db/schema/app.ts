import { pgSchema } from "drizzle-orm/pg-core";

/** Everything web alone writes. What the chain says stands in schema `chain`, written by the indexer. */
export const app = pgSchema("app");
