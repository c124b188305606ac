import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

// The expectations of a simulated quarter reckon with a library of their own, not with the app's days.

dayjs.extend(utc);
dayjs.extend(timezone);

export const instantOf = (zone: string, day: string, time: string): Date => dayjs.tz(`${day} ${time}`, zone).toDate();

export const dayIn = (zone: string, at: Date): string => dayjs(at).tz(zone).format('YYYY-MM-DD');

export const timeIn = (zone: string, at: Date): string => dayjs(at).tz(zone).format('HH:mm');

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => dayjs.utc(day).day();

export const plusDays = (day: string, days: number): string => dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');
