import { ponder } from "ponder:registry";
import { rating } from "ponder:schema";
import { dealTopic, memberTopic } from "../topics.ts";
import { recordChange } from "./records/change.ts";
import { countDay, recordAct } from "./records/community-day.ts";
import { dealOf } from "./records/deal.ts";
import { countMember } from "./records/member.ts";
import { placeOf } from "./records/place.ts";
import { recordReputationEntries } from "./records/reputation.ts";

ponder.on("RatingBook:Rated", async ({ event, context: { db } }) => {
  const { dealId, rater, ratee, stars, comment } = event.args;
  const { txHash, timestamp } = placeOf(event);
  await db.insert(rating).values({ dealId, rater, ratee, stars, comment, ratedAt: timestamp, txHash });
  await countMember(db, ratee, timestamp, { ratingCount: 1, starSum: stars });
  await recordAct(db, rater, timestamp);
  await countDay(db, timestamp, { ratings: 1 });
  await recordReputationEntries(db, await dealOf(db, dealId));
  await recordChange(db, event, [dealTopic(dealId), memberTopic(rater), memberTopic(ratee)]);
});

ponder.on("RatingBook:Replied", async ({ event, context: { db } }) => {
  const { dealId, rater, by, reply } = event.args;
  const { txHash, timestamp } = placeOf(event);
  await db.update(rating, { dealId, rater }).set({ reply, repliedAt: timestamp, replyTx: txHash });
  await recordAct(db, by, timestamp);
  await recordChange(db, event, [dealTopic(dealId), memberTopic(rater), memberTopic(by)]);
});
