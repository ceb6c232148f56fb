import { COMMONS } from "./commons.ts";
import { EXCHANGES } from "./exchanges.ts";
import { planCommons } from "./plan-commons.ts";
import { planDeal } from "./plan-deal.ts";
import { planPromises } from "./plan-promises.ts";
import { PROMISES } from "./promises.ts";
import type { DemoTransaction, Stage } from "./transaction.ts";

/**
 * @returns Every transaction of the sixty days in order of time, one second or more apart; steps of the same second
 * keep the order in which the story tells them.
 */
export async function planStory(stage: Stage): Promise<DemoTransaction[]> {
  const promises = await planPromises(PROMISES, stage);
  const commons = await planCommons(COMMONS, stage);
  const deals = await Promise.all(EXCHANGES.map((exchange) => planDeal(exchange, stage)));
  const inOrder = [...promises, ...commons, ...deals.flat()].sort((a, b) => a.at - b.at);
  let last = 0;
  return inOrder.map((step) => {
    last = Math.max(step.at, last + 1);
    return { ...step, at: last };
  });
}
