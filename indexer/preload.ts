import { findNeighbours } from "./neighbours.ts";
import { standIn } from "./stand-ins/stand-in.ts";

// Node imports this before Ponder, which would load its own modules first. What stands in is asked before what is found.
findNeighbours();
standIn();
