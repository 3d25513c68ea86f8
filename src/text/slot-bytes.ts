/** The longest value each personal place of an email may take, in bytes of the finished mail. */
export const slotBytes = { unsubscribe: 300, recipient: 300 } as const;

export type SlotName = keyof typeof slotBytes;

/** A text for each personal place: the token that holds it, or the value that replaces the token. */
export type Slots = { [name in SlotName]: string };
