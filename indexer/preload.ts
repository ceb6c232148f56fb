import "./neighbours.ts";
import { standIn } from "./stand-ins/stand-in.ts";

// Node imports this before Ponder, which would load its own modules first.
standIn();
