import { lightTheme, type Theme } from "@rainbow-me/rainbowkit";

/** RainbowKit's dialog in our colours. They are our CSS variables, so it follows the theme by itself. */
export function walletTheme(): Theme {
  const base = lightTheme({ borderRadius: "medium", overlayBlur: "small" });
  return {
    ...base,
    colors: {
      ...base.colors,
      accentColor: "var(--brand)",
      accentColorForeground: "var(--on-brand)",
      actionButtonBorder: "var(--line)",
      actionButtonBorderMobile: "var(--line)",
      actionButtonSecondaryBackground: "var(--sunk)",
      closeButton: "var(--soft)",
      closeButtonBackground: "var(--sunk)",
      connectButtonBackground: "var(--raised)",
      connectButtonInnerBackground: "var(--sunk)",
      connectButtonText: "var(--ink)",
      connectButtonTextError: "var(--warn)",
      error: "var(--warn)",
      generalBorder: "var(--line)",
      generalBorderDim: "var(--line)",
      menuItemBackground: "var(--sunk)",
      modalBackground: "var(--raised)",
      modalBorder: "var(--line)",
      modalText: "var(--ink)",
      modalTextDim: "var(--soft)",
      modalTextSecondary: "var(--soft)",
      profileAction: "var(--sunk)",
      profileActionHover: "var(--line)",
      profileForeground: "var(--raised)",
      selectedOptionBorder: "var(--brand)",
    },
    fonts: { body: "inherit" },
    radii: { ...base.radii, modal: "16px", modalMobile: "20px", actionButton: "12px", connectButton: "12px" },
    shadows: { ...base.shadows, dialog: "var(--float-shadow)" },
  };
}
