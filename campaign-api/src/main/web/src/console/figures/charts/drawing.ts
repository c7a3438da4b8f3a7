import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Drawn as SVG: as sharp on paper as on a screen. */
export const draw = (on: HTMLElement): ECharts => init(on, undefined, { renderer: 'svg' });
