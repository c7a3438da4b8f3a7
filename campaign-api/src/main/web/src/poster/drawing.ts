import { paperCut, turns } from '../ui/paper-cut';

/** What is written on a poster. */
export interface PosterText {
  title: string;
  tagline: string;
  activity: string;
  nickname: string;
  from: string;
  score: number;
  outOf: string;
  praise: string;
  blessing: string;
  scan: string;
  day: string;
  address: string;
}

export const WIDTH = 1080;
export const HEIGHT = 1920;

const RED = '#a4231b';
const INK = '#231b16';
const SOFT = '#5d4f44';
const PAPER = '#f7efdf';
const RAISED = '#fffaf0';
const GOLD = '#d9ab52';
const PALE = '#fbe7b8';
const MIDDLE = WIDTH / 2;

/** Lists of fonts as CSS has them; ornaments are always Chinese. */
export interface Fonts {
  serif: string;
  sans: string;
  chinese: string;
}

/** Draws the poster; the QR code comes as its dark modules. */
export function drawPoster(canvas: HTMLCanvasElement, text: PosterText, code: boolean[][], fonts: Fonts): void {
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const brush = canvas.getContext('2d')!;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';

  sheet(brush);
  flower(brush, MIDDLE, 905, 3.35, RED);
  couplet(brush, 96, '千门灯火庆团圆', fonts.chinese);
  couplet(brush, WIDTH - 96 - 104, '万卷诗书开眼界', fonts.chinese);

  write(brush, text.title, MIDDLE, 236, { size: 92, weight: 900, family: fonts.serif, width: 590 });
  write(brush, text.tagline, MIDDLE, 330, { size: 40, weight: 700, family: fonts.serif, color: RED, width: 620 });
  write(brush, text.activity, MIDDLE, 446, { size: 44, weight: 700, family: fonts.serif, width: 600 });

  circle(brush, MIDDLE, 905, 190, RAISED);
  ring(brush, MIDDLE, 905, 178, 5);
  write(brush, String(text.score), MIDDLE, 890, {
    size: 190,
    weight: 900,
    family: fonts.serif,
    color: RED,
    width: 320,
  });
  write(brush, text.outOf, MIDDLE, 1010, { size: 36, family: fonts.sans, color: SOFT, width: 260 });
  stamp(brush, 752, 1082, text.praise, fonts.chinese);

  write(brush, text.nickname, MIDDLE, 1336, { size: 76, weight: 700, family: fonts.serif, width: 620 });
  write(brush, `${text.from} · ${text.day}`, MIDDLE, 1420, { size: 38, family: fonts.sans, color: SOFT, width: 620 });

  foot(brush, text, code, fonts);
}

function sheet(brush: CanvasRenderingContext2D) {
  brush.fillStyle = RED;
  brush.fillRect(0, 0, WIDTH, HEIGHT);
  brush.fillStyle = PAPER;
  brush.fillRect(44, 44, WIDTH - 88, HEIGHT - 88);
  brush.strokeStyle = GOLD;
  brush.lineWidth = 4;
  brush.strokeRect(28, 28, WIDTH - 56, HEIGHT - 56);
}

function flower(brush: CanvasRenderingContext2D, x: number, y: number, scale: number, color: string) {
  brush.save();
  brush.translate(x, y);
  brush.scale(scale, scale);
  brush.fillStyle = color;
  for (const cut of paperCut) {
    const path = new Path2D(cut.path);
    for (const turn of turns(cut)) {
      brush.save();
      brush.rotate((turn * Math.PI) / 180);
      brush.fill(path, 'evenodd');
      brush.restore();
    }
  }
  brush.restore();
}

function couplet(brush: CanvasRenderingContext2D, left: number, line: string, family: string) {
  const top = 150;
  const height = 1000;
  brush.fillStyle = RED;
  brush.fillRect(left, top, 104, height);
  brush.strokeStyle = GOLD;
  brush.lineWidth = 2;
  brush.strokeRect(left + 8, top + 8, 88, height - 16);
  const step = (height - 80) / line.length;
  [...line].forEach((character, index) =>
    write(brush, character, left + 52, top + 40 + step * (index + 0.5), {
      size: 66,
      weight: 700,
      family,
      color: PALE,
      width: 80,
    }),
  );
}

function stamp(brush: CanvasRenderingContext2D, x: number, y: number, words: string, family: string) {
  brush.save();
  brush.translate(x, y);
  brush.rotate(-0.1);
  brush.fillStyle = PAPER;
  brush.fillRect(-88, -88, 176, 176);
  brush.fillStyle = RED;
  brush.fillRect(-80, -80, 160, 160);
  brush.strokeStyle = PALE;
  brush.lineWidth = 3;
  brush.strokeRect(-70, -70, 140, 140);
  // read from the right, from top to bottom
  [...words].forEach((character, index) =>
    write(brush, character, index < 2 ? 32 : -32, index % 2 === 0 ? -32 : 32, {
      size: 56,
      weight: 700,
      family,
      color: PALE,
      width: 60,
    }),
  );
  brush.restore();
}

function foot(brush: CanvasRenderingContext2D, text: PosterText, code: boolean[][], { serif, sans }: Fonts) {
  brush.fillStyle = RED;
  brush.fillRect(44, 1500, WIDTH - 88, HEIGHT - 1544);
  const size = 264;
  const left = 130;
  const top = 1558;
  brush.fillStyle = RAISED;
  brush.fillRect(left - 22, top - 22, size + 44, size + 44);
  const module = size / code.length;
  brush.fillStyle = INK;
  code.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) {
        brush.fillRect(left + x * module, top + y * module, Math.ceil(module), Math.ceil(module));
      }
    }),
  );
  brush.textAlign = 'left';
  const right = left + size + 72;
  const room = WIDTH - right - 100;
  write(brush, text.blessing, right, 1600, { size: 44, weight: 700, family: serif, color: PALE, width: room });
  write(brush, text.scan, right, 1690, { size: 36, family: sans, color: RAISED, width: room });
  write(brush, text.address, right, 1756, { size: 30, family: sans, color: PALE, width: room });
  brush.textAlign = 'center';
}

interface Hand {
  size: number;
  width: number;
  weight?: number;
  family: string;
  color?: string;
}

/** One line, made smaller when it would not fit. */
function write(brush: CanvasRenderingContext2D, words: string, x: number, y: number, hand: Hand) {
  const { size, width, weight = 400, family, color = INK } = hand;
  brush.font = `${weight} ${size}px ${family}`;
  const fitting = Math.min(size, (size * width) / Math.max(1, brush.measureText(words).width));
  brush.font = `${weight} ${fitting}px ${family}`;
  brush.fillStyle = color;
  brush.fillText(words, x, y);
}

function circle(brush: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string) {
  brush.fillStyle = color;
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
  brush.fill();
}

function ring(brush: CanvasRenderingContext2D, x: number, y: number, radius: number, width: number) {
  brush.strokeStyle = RED;
  brush.lineWidth = width;
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
  brush.stroke();
}
