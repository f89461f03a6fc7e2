import type { Intraday, IntradayBar } from '@thor/client';
import {
  CandlestickSeries,
  createChart,
  LineSeries,
  type CandlestickData,
  type IChartApi,
  type ISeriesApi,
  type LineData,
  type UTCTimestamp,
} from 'lightweight-charts';
import { barsToUpdate } from './bars-to-update';
import { vwapLine, type VwapPoint } from './vwap-line';

const SHOWN_BARS = 90;
const BARS_AHEAD = 3;
const RIGHT_OFFSET = 2;

/**
 * A chart in an element. Rising candles are hollow and falling ones filled, so that colour is not needed to tell them
 * apart. What changed at the end is updated, anything else is set anew.
 */
export class CandleChart {
  readonly #chart: IChartApi;
  readonly #candles: ISeriesApi<'Candlestick'>;
  readonly #vwap: ISeriesApi<'Line'>;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #element: HTMLElement;
  readonly #recolour = () => this.#colour();
  #bars: readonly IntradayBar[] = [];
  #vwapPoints = 0;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#chart = createChart(element, {
      autoSize: true,
      // The credit is a link of the page's own: the library's would bring a style element along.
      layout: { attributionLogo: false, fontFamily: 'system-ui, sans-serif' },
      timeScale: { timeVisible: true, secondsVisible: false, rightOffset: RIGHT_OFFSET },
      handleScale: { mouseWheel: false },
      handleScroll: { mouseWheel: false, vertTouchDrag: false },
    });
    this.#candles = this.#chart.addSeries(CandlestickSeries, { priceLineVisible: false });
    this.#vwap = this.#chart.addSeries(LineSeries, {
      lineWidth: 2,
      priceLineVisible: false,
      lastValueVisible: true,
      title: 'VWAP',
      crosshairMarkerVisible: false,
    });
    this.#colour();
    this.#dark.addEventListener('change', this.#recolour);
  }

  show(data: Intraday): void {
    const bars = data.forming ? [...data.bars, data.forming] : data.bars;
    const before = this.#bars;
    this.#bars = bars;
    const newer = barsToUpdate(before, bars);
    if (newer) {
      newer.forEach((bar) => this.#candles.update(candle(bar)));
    } else {
      this.#candles.setData(bars.map(candle));
    }
    this.#showVwap(vwapLine(data), newer && { bars: newer.length, added: bars.length - before.length });
    if (before.length === 0) {
      this.latest();
    }
  }

  /** Shows the newest bars. */
  latest(): void {
    const last = this.#bars.length;
    this.#chart.timeScale().setVisibleLogicalRange({ from: last - SHOWN_BARS, to: last + BARS_AHEAD });
  }

  /** Moves by so many bars; later is positive. */
  scroll(bars: number): void {
    this.#range((from, to) => ({ from: from + bars, to: to + bars }));
  }

  /** Shows so many times as many bars. */
  zoom(factor: number): void {
    this.#range((from, to) => ({ from: to - Math.max(10, (to - from) * factor), to }));
  }

  remove(): void {
    this.#dark.removeEventListener('change', this.#recolour);
    this.#chart.remove();
  }

  /** @param changed what changed at the end of the candles; undefined where they were set anew */
  #showVwap(line: readonly VwapPoint[], changed: { readonly bars: number; readonly added: number } | undefined): void {
    // A line that did not grow as the candles did belongs to another session, or has just become known.
    if (line.length - this.#vwapPoints === changed?.added) {
      line.slice(-Math.max(1, changed.bars)).forEach((last) => this.#vwap.update(point(last)));
    } else {
      this.#vwap.setData(line.map(point));
    }
    this.#vwapPoints = line.length;
  }

  #range(change: (from: number, to: number) => { from: number; to: number }): void {
    const scale = this.#chart.timeScale();
    const range = scale.getVisibleLogicalRange();
    if (range) {
      scale.setVisibleLogicalRange(change(range.from, range.to));
    }
  }

  #colour(): void {
    const style = getComputedStyle(this.#element);
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
    this.#chart.applyOptions({
      layout: { background: { color: colour('panel') }, textColor: colour('muted') },
      grid: { vertLines: { color: colour('faint') }, horzLines: { color: colour('faint') } },
      rightPriceScale: { borderColor: colour('line') },
      timeScale: { borderColor: colour('line') },
    });
    const [good, bad] = [colour('good'), colour('bad')];
    this.#candles.applyOptions({
      upColor: colour('panel'),
      downColor: bad,
      borderUpColor: good,
      borderDownColor: bad,
      wickUpColor: good,
      wickDownColor: bad,
    });
    this.#vwap.applyOptions({ color: colour('accent') });
  }
}

function time(minute: string): UTCTimestamp {
  return (Date.parse(minute) / 1000) as UTCTimestamp;
}

function candle({ timestamp_minute, open, high, low, close }: IntradayBar): CandlestickData {
  return { time: time(timestamp_minute), open, high, low, close };
}

function point({ minute, value }: { readonly minute: string; readonly value: number }): LineData {
  return { time: time(minute), value };
}
