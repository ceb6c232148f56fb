import ReactMarkdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import { limitNesting, MARKDOWN_SCHEMA } from "#web/features/listing/markdown-schema.ts";

/** What a member wrote in Markdown, made harmless. */
export function Markdown({ children, language }: { children: string; language?: string | undefined }) {
  return (
    <div
      lang={language}
      dir="auto"
      className="flex flex-col gap-3.5 leading-relaxed [&_a]:underline [&_a]:underline-offset-4 [&_blockquote]:border-s-2 [&_blockquote]:border-line [&_blockquote]:ps-4 [&_blockquote]:text-soft [&_code]:rounded [&_code]:bg-sunk [&_code]:px-1 [&_li]:ps-1 [&_ol]:list-decimal [&_ol]:ps-6 [&_pre]:overflow-x-auto [&_ul]:list-disc [&_ul]:ps-6"
    >
      <ReactMarkdown
        rehypePlugins={[[rehypeSanitize, MARKDOWN_SCHEMA]]}
        components={{
          a: ({ href, children: text }) => (
            <a href={href} rel="nofollow ugc noopener noreferrer">
              {text}
            </a>
          ),
        }}
      >
        {limitNesting(children)}
      </ReactMarkdown>
    </div>
  );
}
