/** How wagmi and the browser's memory call the demo wallet. */
export const DEMO_CONNECTOR_ID = "demo";
