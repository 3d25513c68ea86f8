import { expect, test } from 'vitest';
import { nameOther } from '../../../src/ingest/feed/sniff.ts';

test.each([
  ['<?xml version="1.0"?><!-- <html> --><opml version="2.0">', /^it is a list of feeds \(OPML\): /u],
  ['<!DOCTYPE html><HTML>', /^it is a web page/u],
  ['<s:urlset xmlns:s="x">', /^it is a sitemap/u],
  ['<svg>', /^it is a picture/u],
  ['{"version": "https://jsonfeed.org/version/1"', /breaks off/u],
  ['{}', /^it is data$/u],
  ['', /^it is data$/u],
])('%s', (text, reason) => {
  expect(nameOther(text)).toMatch(reason);
});
