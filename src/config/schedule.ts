import { z } from 'zod';

/** The block `schedule:`; without it `digestif run` builds and sends nothing. */
export const scheduleSchema = z
  .strictObject({
    day: z
      .int()
      .min(1)
      .max(31)
      .default(1)
      .describe(
        'Day on which the issue of the period before is due: of the week (1 is Monday) or of the month, 1 to 31; a shorter month ends earlier. Of a quarter, in its first month. Not for days.',
      ),
    time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'a time such as 07:00')
      .default('07:00')
      .describe('Time of that day in the time zone of the newsletter, such as `07:00`.'),
    notify: z
      .email()
      .optional()
      .describe('Whom to tell by mail, once, that an issue is due and waits to be approved.'),
    within: z
      .int()
      .min(1)
      .max(60)
      .default(7)
      .describe(
        'Days after it was due in which an approved issue is sent by itself, 1 to 60, and never when the next one is due.',
      ),
  })
  .optional()
  .describe('When issues are due. `digestif run`, started by the clock, sends them once they are approved.');
