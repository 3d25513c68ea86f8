import { expect, test } from 'vitest';
import { createAppointments } from '../../src/deliver/appointments.ts';

const second = { interval: 1000, next: 0 };

test('without a rate nobody waits', () => {
  const { timeFor } = createAppointments({ interval: 0, next: 0 });
  for (let number = 0; number < 5; number++)
    expect(timeFor({ number, email: 'a@marsh.example' }, 7)).toBeNull();
});

test('who waits keeps the appointment, whoever comes later; another domain goes at once', () => {
  const { timeFor } = createAppointments(second);
  const mails = [1, 2, 3].map((number) => ({ number, email: `reader${number}@marsh.example` }));
  expect(mails.map((mail) => timeFor(mail, 0))).toEqual([null, 900, 1900]);
  expect(timeFor({ number: 4, email: 'reader@Heron.example' }, 0)).toBeNull();
  expect(timeFor({ number: 5, email: 'reader@MARSH.example' }, 0)).toBe(2900);
  // Asked again before and after its time.
  expect(mails.slice(1).map((mail) => timeFor(mail, 500))).toEqual([900, 1900]);
  expect(mails.slice(1).map((mail) => timeFor(mail, 1900))).toEqual([null, null]);
});

test('a clock that went back makes no years of waiting', () => {
  const { timeFor, clear } = createAppointments(second);
  for (let number = 0; number < 3; number++) timeFor({ number, email: 'a@marsh.example' }, 1e12);
  clear();
  expect(timeFor({ number: 2, email: 'a@marsh.example' }, 5)).toBeNull();
});

test('however many domains there are, each keeps its pace', () => {
  const { timeFor } = createAppointments(second);
  for (let number = 0; number < 20_001; number++)
    expect(timeFor({ number, email: `a@marsh${number}.example` }, 0)).toBeNull();
  expect(timeFor({ number: 30_000, email: 'b@marsh3.example' }, 0)).toBe(900);
});
