import { defineConfig } from "vitest/config";

/** Ample for a busy machine with two cores; what hangs still ends. */
const patience = { testTimeout: 30_000, hookTimeout: 120_000 };

/** No test changes what another could see, so the files of a worker share the modules they import: half the time. */
const shared = { isolate: false };

export default defineConfig({
  test: {
    projects: [
      { test: { name: "domain", include: ["test/domain/**/*.test.ts"], ...patience, ...shared } },
      {
        test: {
          name: "system",
          include: ["test/{indexer,scripts,web}/**/*.test.{ts,tsx}"],
          globalSetup: "test/support/postgres-for-all.ts",
          ...patience,
          ...shared,
        },
      },
      // What `npm run test:long` adds.
      { test: { name: "long", include: ["test/long/**/*.test.ts"], ...patience } },
    ],
  },
});
