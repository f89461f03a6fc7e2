/** Text for people. Everything unknown is a dash. */

export const DASH = "–";

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const CLOCK_SECONDS = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

const numbers = new Map();

/** A number with a fixed count of decimals. */
export function decimal(value, digits) {
  return typeof value === "number" ? numberFormat(digits, digits).format(value) : DASH;
}

/** A number with as many decimals as it needs, up to eight. */
export function quantity(value) {
  return typeof value === "number" ? numberFormat(0, 8).format(value) : DASH;
}

export function signed(value, digits) {
  return typeof value === "number" && value > 0 ? `+${decimal(value, digits)}` : decimal(value, digits);
}

export function text(value) {
  return typeof value === "string" && value !== "" ? value : DASH;
}

/** Hours and minutes, in the reader's time zone. */
export function clock(isoTime) {
  return format(CLOCK, isoTime);
}

export function clockSeconds(isoTime) {
  return format(CLOCK_SECONDS, isoTime);
}

/** From now until then: 1 d 02:03:04 or 02:03:04; never below zero. */
export function countdown(isoTime, nowMs) {
  const at = Date.parse(isoTime ?? "");
  if (Number.isNaN(at)) {
    return DASH;
  }
  const total = Math.max(0, Math.round((at - nowMs) / 1000));
  const days = Math.floor(total / 86_400);
  const parts = [Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60, total % 60];
  const time = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return days > 0 ? `${days} d ${time}` : time;
}

function format(formatter, isoTime) {
  const at = Date.parse(isoTime ?? "");
  return Number.isNaN(at) ? DASH : formatter.format(at);
}

function numberFormat(least, most) {
  const key = `${least}-${most}`;
  if (!numbers.has(key)) {
    numbers.set(key, new Intl.NumberFormat("en-US", { minimumFractionDigits: least, maximumFractionDigits: most }));
  }
  return numbers.get(key);
}
