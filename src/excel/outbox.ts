import { MESSAGE_BYTES } from "./block-size";
import { officeCode } from "./office-troubles";
import { patiently, type Wait } from "./patience";

/** Bytes of a request without cells, near enough. */
const REQUEST_BYTES = 1000;

/** Requests on their way to Excel, sent together until a message is full. */
export interface Outbox {
  /**
   * Queues requests. They may be queued anew after a refusal, and so must only make proxies and set properties.
   *
   * @param bytes what the cells in them take as JSON
   */
  readonly add: (requests: () => void, bytes?: number) => void;
  /** True once there is enough for a message. */
  readonly full: () => boolean;
  readonly empty: () => boolean;
  /** Sends all that is queued, and `more` behind it. Where it throws, nothing is queued any more. */
  readonly send: (more?: () => void) => Promise<void>;
}

interface Letter {
  readonly requests: () => void;
  readonly bytes: number;
}

/**
 * An outbox of a context. Where Excel was too busy, a message is sent again, since a refused one is lost with everything
 * in it; where it was too large, it goes in parts and later messages are smaller.
 */
export function outboxOf(context: Excel.RequestContext, pause: Wait): Outbox {
  let letters: Letter[] = [];
  let aim = MESSAGE_BYTES;
  const waiting = () => letters.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    add: (requests, bytes = 0) => {
      letters.push({ requests, bytes: bytes + REQUEST_BYTES });
    },
    full: () => waiting() >= aim,
    empty: () => letters.length === 0,
    send: async (more) => {
      if (more) letters.push({ requests: more, bytes: REQUEST_BYTES });
      let inParts = false;
      while (letters.length > 0) {
        const count = inParts ? fitting(letters, aim) : letters.length;
        const message = letters.slice(0, count);
        try {
          await patiently(async () => {
            for (const { requests } of message) requests();
            await context.sync();
          }, pause);
        } catch (error) {
          // Of a message whose answer was too large everything has been done: it can't be sent again.
          if (officeCode(error) !== "RequestPayloadSizeLimitExceeded" || count === 1) {
            letters = [];
            throw error;
          }
          aim = message.reduce((sum, { bytes }) => sum + bytes, 0) / 2;
          inParts = true;
          continue;
        }
        letters = letters.slice(count);
      }
    },
  };
}

/** How many letters, at least one, make a message of at most so many bytes. */
function fitting(letters: readonly Letter[], aim: number): number {
  let bytes = 0;
  const count = letters.findIndex((letter) => (bytes += letter.bytes) > aim);
  return count < 0 ? letters.length : Math.max(1, count);
}
