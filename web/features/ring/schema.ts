import { z } from "zod";

/** What one of a ring can say to it. */
export const ringAnswerSchema = z.object({ id: z.uuid("unknown"), answer: z.enum(["yes", "no"], "answerUnknown") });

export type RingAnswer = z.output<typeof ringAnswerSchema>["answer"];
