import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/**
 * Imports flow one way: domain → indexer, web/{lib,db,components} → web/features → web/app; scripts and tests see all.
 * Other folders are reached by their `#name/…` path alone, so a zone is a list of paths that may not be named.
 */
const zone = (files, forbidden, reason) => ({
  files,
  rules: {
    "no-restricted-imports": ["error", { patterns: [{ group: forbidden, message: reason }] }],
  },
});

const OUTSIDE_DOMAIN = ["#indexer/*", "#web/*", "#scripts/*", "#test/*", "#indexer/**", "#web/**", "#scripts/**"];

const zones = [
  zone(["domain/**"], [...OUTSIDE_DOMAIN, "../*"], "Rules know nothing of those who apply them."),
  zone(["indexer/**"], ["#web/**", "#scripts/**", "#test/**"], "The indexer knows the domain alone."),
  zone(
    ["web/lib/**", "web/db/**", "web/components/**", "web/i18n/**"],
    ["#web/features/**", "#web/app/**", "#web/worker/**", "#scripts/**", "#test/**"],
    "What features are built on does not know the features.",
  ),
  zone(
    ["web/features/**"],
    ["#web/app/**", "#web/worker/**", "#scripts/**", "#test/**", "../*"],
    "Features know neither routes nor scripts, and name each other by #web/features/….",
  ),
  zone(["web/app/**", "web/worker/**"], ["#scripts/**", "#test/**"], "What is served stands without the scripts."),
  zone(["scripts/**"], ["#test/**"], "Scripts stand without the tests."),
];

export default tseslint.config(
  {
    ignores: [
      "**/.next*/**",
      "**/generated/**",
      "artifacts/**",
      "cache/**",
      "contracts/ignition/deployments/**",
      "web/next-env.d.ts",
      "indexer/ponder-env.d.ts",
      "stubs/**",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A switch counts once: cases side by side are read at a glance.
      complexity: ["error", { max: 15, variant: "modified" }],
      eqeqeq: "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  // A test that plays every call of a contract is one long switch.
  { files: ["test/**"], rules: { complexity: "off" } },
  { files: ["**/*.{js,mjs}"], extends: [tseslint.configs.disableTypeChecked] },
  ...next.map((config) => ({ ...config, files: ["web/**/*.{ts,tsx}"] })),
  { files: ["web/**"], settings: { next: { rootDir: "web" } } },
  ...zones,
);
