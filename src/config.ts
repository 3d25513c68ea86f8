import { z } from 'zod';
import { bouncesSchema } from './config/bounces.ts';
import { oneOf } from './config/one-of.ts';
import { scheduleSchema } from './config/schedule.ts';
import { sendingSchema } from './config/sending.ts';
import { serveSchema } from './config/serve.ts';
import { defaultThemes, themeSchema } from './config/themes.ts';

/** Whether a string names a time zone this runtime knows. */
function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/iu.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The looks that ship: a folder each in `templates/looks/`, but for the first, which is all the other templates. */
export const looks = ['digestif', 'broadsheet', 'wire'] as const;

/** The one schema: types, README table and JSON Schema come from it. */
export const configSchema = z.strictObject({
  title: z.string().min(1).describe('Name of the newsletter.'),
  url: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/[?#]|\/\/[^/]*@/u.test(url), 'an address without ?, # and password')
    .describe(
      'Address at which out/ is published. Ids and links are built from it, so it should not change.',
    ),
  description: z.string().default('').describe('One or two sentences for the archive page and the feed.'),
  language: z
    .string()
    .refine(isLanguage, 'not a language tag such as en or pt-BR')
    .default('en')
    .describe('Language of the newsletter itself (BCP 47). Articles may be in others.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'not a time zone such as Europe/Berlin')
    .default('UTC')
    .describe('IANA time zone in which a day begins.'),
  period: oneOf(['day', 'week', 'month', 'quarter'])
    .default('month')
    .describe('Span of time that makes one issue.'),
  publish: oneOf(['all', 'sealed'])
    .default('all')
    .describe('Which issues enter archive and feed: all, or only approved ones.'),
  sender: z
    .strictObject({
      name: z.string().min(1).describe('Name in the From line.'),
      email: z.email().describe('Address in the From line.'),
    })
    .describe('Who the email comes from.'),
  replyTo: z.email().optional().describe('Where replies go, if not to the sender.'),
  dkim: z
    .array(
      z.strictObject({
        selector: z
          .string()
          .regex(/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/u, 'letters, digits and hyphens')
          .describe('Name of the key in the DNS.'),
        key: z.string().min(1).describe('File with the private key, below the folder of the newsletter.'),
      }),
    )
    .max(2)
    .default([])
    .describe('Keys that sign the mails (digestif dkim new); two where one is RSA and one Ed25519.'),
  sending: sendingSchema,
  serve: serveSchema,
  bounces: bouncesSchema,
  schedule: scheduleSchema,
  postalAddress: z.string().optional().describe('Postal address in the footer. Required before sending.'),
  licence: z
    .string()
    .optional()
    .describe(
      "Terms of the letter and the selection, shown in the footer. The highlights stay their publishers'.",
    ),
  subscribeUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Page on which a reader of a forwarded copy can subscribe.'),
  themes: z
    .array(themeSchema)
    .min(1)
    .refine(
      (list) => new Set(list.map((t) => t.name.toLowerCase())).size === list.length,
      'two themes have the same name',
    )
    .default(defaultThemes)
    .describe('The themes in the order in which they appear.'),
  highlights: z
    .int()
    .min(1)
    .max(5)
    .default(3)
    .describe(
      'Most highlights a story has, 1 to 5. One that several sources tell has one of each at least, up to 5.',
    ),
  highlightWords: z
    .int()
    .min(20)
    .max(400)
    .default(110)
    .describe(
      'Most words the highlights of one story have together, 20 to 400; a single sentence may have more.',
    ),
  feed: z
    .strictObject({
      limit: z.int().min(1).max(500).default(24).describe('Most issues in the feed, 1 to 500.'),
    })
    .prefault({})
    .describe('The Atom feed.'),
  limits: z
    .strictObject({
      emailBytes: z
        .int()
        .min(20_000)
        .default(102_400)
        .describe('Most bytes of the HTML email; Gmail cuts longer ones.'),
      fileMegabytes: z
        .number()
        .positive()
        .max(500)
        .default(25)
        .describe('Files larger than this are reported, not read.'),
      fileSeconds: z
        .number()
        .min(1)
        .max(86_400)
        .default(60)
        .describe('Files that take longer to read than this are reported; the others are read.'),
      pictureKilobytes: z
        .number()
        .positive()
        .max(1000)
        .default(200)
        .describe('Most a picture of your own may have; every reader gets it.'),
    })
    .prefault({})
    .describe('Sizes and times.'),
  look: oneOf(looks)
    .default('digestif')
    .describe(
      'How email and pages look: digestif (serif and sans, green), broadsheet (a newspaper), wire (one typewriter face).',
    ),
  templates: z
    .string()
    .default('templates')
    .describe('Folder with templates of your own; one with the name of ours takes its place.'),
});

export type Config = z.infer<typeof configSchema>;
