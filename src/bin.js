#!/usr/bin/env node
// Plain JavaScript that any Node can run, so that an old one is told what it lacks instead of failing on syntax.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`Digestif needs Node 24 or later; this is ${process.version}.`);
  console.error('In a project folder, `npm install node@24` brings one that npx and npm scripts use.');
  process.exitCode = 2;
} else {
  await import('./main.js');
}
