import { Hono } from "hono";

/**
 * Ponder wants an HTTP app here. It adds /health, /ready, /status and /metrics itself and nothing else is served:
 * web reads Postgres, and Ponder's SQL endpoint stays closed. Bind it to loopback.
 */
export default new Hono();
