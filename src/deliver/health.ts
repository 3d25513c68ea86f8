/** Whether so much goes wrong that the fault must be with us or the server, and not with the readers. */

/** The last results, the oldest first: true where a mail was taken. */
export type Health = readonly boolean[];

const kept = 100;

/** Fewer results say nothing. */
const fewest = 20;

export function noteResult(health: Health, wasTaken: boolean): Health {
  return [...health.slice(1 - kept), wasTaken];
}

/** True where more than this share (0 to 1) of the last 100 mails were not taken. */
export function isIll(health: Health, share: number): boolean {
  if (health.length < fewest) return false;
  return health.filter((wasTaken) => !wasTaken).length > share * health.length;
}
