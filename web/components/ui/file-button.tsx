"use client";

import { useRef } from "react";
import { Button, type ButtonProps } from "#web/components/ui/button.tsx";

/** A button that asks for files: what the browser's own field would say is in the browser's language, not the page's. */
export function FileButton({
  accept,
  multiple = false,
  onFiles,
  ...rest
}: Omit<ButtonProps, "onClick"> & {
  /** Endings and media types, as the field's `accept` takes them. */
  accept: string;
  multiple?: boolean;
  /** At least one; never called where the window was closed without a choice. */
  onFiles: (files: readonly [File, ...File[]]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        className="hidden"
        onChange={({ target }) => {
          const [first, ...others] = target.files ?? [];
          if (first) onFiles([first, ...others]);
          // The same file can be chosen again.
          target.value = "";
        }}
      />
    </>
  );
}
