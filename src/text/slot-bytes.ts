/** The longest value each personal place of an email may take, in bytes of the finished mail. */
export const slotBytes = { unsubscribe: 300, recipient: 300 } as const;
