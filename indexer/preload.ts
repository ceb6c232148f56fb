import { parseStatementsOnce } from "./parse-once.ts";
import { writeBlocksAtOnce } from "./write-at-once.ts";

// Node imports this before Ponder, which would load its own modules first.
parseStatementsOnce();
writeBlocksAtOnce();
