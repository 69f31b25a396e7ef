/** One channel takes all calls and one carries all events; what they may be is the contract's business. */
export const CALL_CHANNEL = "optievent:call";
export const EVENT_CHANNEL = "optievent:event";
