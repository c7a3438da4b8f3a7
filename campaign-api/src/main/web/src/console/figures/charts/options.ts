import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

export interface ChartSeries {
  name: string;
  values: (number | null)[];
  /** What something is compared with: drawn dashed and paler. */
  faint?: boolean;
}

const INK = '#231b16';
const SOFT = '#5d4f44';
const LINE = '#dcc8a5';
const RED = '#b0231b';
const FAINT = '#7a5510';
const text = (fontSize: number, color = SOFT) => ({ color, fontSize });

function frame(series: readonly ChartSeries[], count: (value: number) => string): ChartOption {
  const hasLegend = series.length > 1;
  return {
    animation: false,
    grid: { left: 8, right: 16, top: hasLegend ? 36 : 16, bottom: 4, outerBoundsMode: 'same' },
    ...(hasLegend ? { legend: { top: 0, left: 0, itemWidth: 28, itemGap: 20, textStyle: text(13, INK) } } : {}),
    tooltip: {
      trigger: 'axis',
      // Drawn, not written as HTML.
      renderMode: 'richText',
      confine: true,
      backgroundColor: '#fffdf8',
      borderColor: LINE,
      textStyle: text(13, INK),
      valueFormatter: (value) => (typeof value === 'number' ? count(value) : '—'),
    },
  };
}

const categories = (names: string[]) => ({
  type: 'category' as const,
  data: names,
  axisLine: { lineStyle: { color: SOFT } },
  axisTick: { show: false },
  axisLabel: { ...text(12), hideOverlap: true },
});

const values = (count: (value: number) => string) => ({
  type: 'value' as const,
  minInterval: 1,
  splitNumber: 4,
  splitLine: { lineStyle: { color: LINE, type: 'dotted' as const } },
  axisLabel: { ...text(12), formatter: count },
});

export function lines(names: string[], series: readonly ChartSeries[], count: (value: number) => string): ChartOption {
  return {
    ...frame(series, count),
    xAxis: { ...categories(names), boundaryGap: false },
    yAxis: values(count),
    series: series.map(({ name, values: data, faint }) => ({
      type: 'line',
      name,
      data,
      showSymbol: data.filter((value) => value !== null).length < 3,
      symbol: faint ? 'emptyCircle' : 'circle',
      symbolSize: 7,
      itemStyle: { color: faint ? FAINT : RED },
      lineStyle: { color: faint ? FAINT : RED, width: faint ? 1.75 : 2.5, type: faint ? [6, 4] : 'solid' },
      ...(faint ? {} : { areaStyle: { color: RED, opacity: 0.07 } }),
    })),
  };
}

export function columns(names: string[], series: readonly ChartSeries[], count: (value: number) => string, labels = false): ChartOption {
  return {
    ...frame(series, count),
    xAxis: categories(names),
    yAxis: values(count),
    series: bars(series, count, labels ? 'top' : undefined),
  };
}

/** Bars from the left, the first on top. */
export function rows(names: string[], series: readonly ChartSeries[], count: (value: number) => string): ChartOption {
  return {
    ...frame(series, count),
    xAxis: values(count),
    yAxis: { ...categories(names), inverse: true, axisLabel: { ...text(12), interval: 0 } },
    series: bars(series, count, 'right'),
  };
}

function bars(series: readonly ChartSeries[], count: (value: number) => string, label?: 'top' | 'right'): BarSeriesOption[] {
  return series.map(({ name, values: data, faint }) => ({
    type: 'bar',
    name,
    data,
    barMaxWidth: 34,
    barCategoryGap: '28%',
    itemStyle: faint
      ? { color: '#fdf0cf', borderColor: FAINT, borderWidth: 1, borderType: 'dashed' as const }
      : { color: RED, borderRadius: 0 },
    ...(label
      ? { label: { show: true, position: label, ...text(11, INK), formatter: ({ value }) => (typeof value === 'number' && value > 0 ? count(value) : '') } }
      : {}),
  }));
}
