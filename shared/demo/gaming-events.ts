import { demoEvent, flag, inGroup, money, number, text } from "./demo-parameter.ts";

const required = { required: true } as const;

export const gamingEvents = inGroup("Gaming", [
  demoEvent(1105, "deposit", "Deposit", "Money was paid into the player's account.", [
    money("amount", "What was paid in.", 50, required),
    text("payment_method", "How it was paid.", "card", {
      required: true,
      enum: ["card", "e_wallet", "bank_transfer", "voucher"],
    }),
    flag("first_deposit", "Whether it is the player's first.", false, required),
    text("transaction_id", "The cashier's own number of the payment.", "TRX-7712090", { maxLength: 64 }),
    text("deposited_at", "When the money arrived.", "2026-11-20T09:30:00Z", { format: "date-time" }),
  ]),
  demoEvent(1118, "deposit_failed", "Deposit failed", "A payment into the account did not succeed.", [
    money("amount", "What should have been paid in.", 50, required),
    text("failure_reason", "Why, as the cashier says it.", "declined", {
      required: true,
      enum: ["declined", "limit_reached", "timed_out", "cancelled"],
    }),
  ]),
  demoEvent(1119, "withdrawal_requested", "Withdrawal requested", "The player wants money paid out.", [
    money("amount", "What is to be paid out.", 120.5, required),
    text("contact_email", "Where the confirmation goes.", "johndoe@domain.com", { format: "email" }),
  ]),
  demoEvent(1120, "bet_placed", "Bet placed", "The player placed a bet.", [
    money("stake", "What was put on it.", 5, required),
    number("odds", "Decimal odds, above one.", 2.35, { required: true, minimum: 1.01, maximum: 1000 }),
    text("sport", "What the bet is on.", "football", {
      enum: ["football", "tennis", "basketball", "horse_racing", "esports"],
    }),
    flag("live", "Whether the match was already running.", false),
  ]),
  demoEvent(1121, "bet_settled", "Bet settled", "A bet was decided.", [
    money("payout", "What the player receives; 0 for a lost bet.", 11.75, required),
    flag("won", "Whether the player won.", true, required),
  ]),
  demoEvent(1122, "game_started", "Game started", "The player opened a game.", [
    text("game_id", "The provider's own number of the game.", "SLOT-441", required),
    text("game_type", "What kind of game it is.", "slot", {
      required: true,
      enum: ["slot", "roulette", "blackjack", "poker", "bingo"],
    }),
    text("game_url", "Where the game runs.", "https://games.example.com/slot-441", { format: "url" }),
  ]),
  demoEvent(1123, "bonus_claimed", "Bonus claimed", "The player took a bonus.", [
    text("bonus_code", "The code of the bonus.", "WELCOME50", { required: true, maxLength: 32 }),
    money("bonus_amount", "What the bonus is worth.", 50),
    number("wagering_multiple", "How often it must be wagered.", 30, { minimum: 0, maximum: 100 }),
  ]),
  demoEvent(1124, "deposit_limit_set", "Deposit limit set", "The player limited their own deposits.", [
    money("limit_amount", "The most that may be paid in.", 500, required),
    number("period_days", "For how many days it holds.", 30, { required: true, minimum: 1, maximum: 365 }),
  ]),
]);
