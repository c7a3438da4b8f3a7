import type { AgeBand, Campaign, GradedAnswer, Library, PaperQuestion, Province, Region } from '../src/api/contract';

/** As in the contract, of which only types are read here: Vite loads these files as they are. */
export const AGE_BANDS: AgeBand[] = ['UNDER_7', 'FROM_7_TO_13', 'FROM_14_TO_17', 'FROM_18_TO_34', 'FROM_35_TO_59', 'FROM_60'];

/** Code, names, pinyin, place in the grid and inhabitants in ten thousands (census of 2020). */
const row = (line: string): Province => {
  const [code, name, shortName, englishName, pinyin, column, gridLine, inhabitants] = line.split(' ') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    code,
    name,
    shortName,
    englishName: englishName.replaceAll('_', ' '),
    pinyin,
    ...(column === '-' ? {} : { gridColumn: Number(column), gridRow: Number(gridLine) }),
    ...(inhabitants === '-' ? {} : { inhabitants: Number(inhabitants) * 10_000 }),
  };
};

export const provinces: Province[] = [
  '110000 北京市 北京 Beijing beijing 5 2 2189',
  '120000 天津市 天津 Tianjin tianjin 6 2 1387',
  '130000 河北省 河北 Hebei hebei 4 2 7461',
  '140000 山西省 山西 Shanxi shanxi 3 2 3492',
  '150000 内蒙古自治区 内蒙古 Inner_Mongolia neimenggu 4 1 2405',
  '210000 辽宁省 辽宁 Liaoning liaoning 7 2 4259',
  '220000 吉林省 吉林 Jilin jilin 7 1 2407',
  '230000 黑龙江省 黑龙江 Heilongjiang heilongjiang 7 0 3185',
  '310000 上海市 上海 Shanghai shanghai 6 4 2487',
  '320000 江苏省 江苏 Jiangsu jiangsu 5 4 8475',
  '330000 浙江省 浙江 Zhejiang zhejiang 5 5 6457',
  '340000 安徽省 安徽 Anhui anhui 4 4 6103',
  '350000 福建省 福建 Fujian fujian 4 6 4154',
  '360000 江西省 江西 Jiangxi jiangxi 4 5 4519',
  '370000 山东省 山东 Shandong shandong 4 3 10153',
  '410000 河南省 河南 Henan henan 3 3 9937',
  '420000 湖北省 湖北 Hubei hubei 3 4 5775',
  '430000 湖南省 湖南 Hunan hunan 3 5 6645',
  '440000 广东省 广东 Guangdong guangdong 3 6 12601',
  '450000 广西壮族自治区 广西 Guangxi guangxi 2 6 5013',
  '460000 海南省 海南 Hainan hainan 2 7 1008',
  '500000 重庆市 重庆 Chongqing chongqing 2 4 3205',
  '510000 四川省 四川 Sichuan sichuan 1 4 8368',
  '520000 贵州省 贵州 Guizhou guizhou 2 5 3856',
  '530000 云南省 云南 Yunnan yunnan 1 5 4721',
  '540000 西藏自治区 西藏 Xizang xizang 0 3 365',
  '610000 陕西省 陕西 Shaanxi shaanxi 2 3 3953',
  '620000 甘肃省 甘肃 Gansu gansu 1 2 2502',
  '630000 青海省 青海 Qinghai qinghai 1 3 592',
  '640000 宁夏回族自治区 宁夏 Ningxia ningxia 2 2 720',
  '650000 新疆维吾尔自治区 新疆 Xinjiang xinjiang 0 2 2585',
  '660000 新疆生产建设兵团 兵团 Bingtuan_(XPCC) bingtuan - - -',
  '710000 台湾省 台湾 Taiwan taiwan 6 6 2356',
  '810000 香港特别行政区 香港 Hong_Kong_SAR xianggang 4 7 747',
  '820000 澳门特别行政区 澳门 Macao_SAR aomen 3 7 68',
].map(row);

export const children: Record<string, Region[]> = {
  '330000': [
    { code: '330100', name: '杭州市', level: 'CITY' },
    { code: '330200', name: '宁波市', level: 'CITY' },
    { code: '330600', name: '绍兴市', level: 'CITY' },
  ],
  '330100': [
    { code: '330106', name: '西湖区', level: 'COUNTY' },
    { code: '330127', name: '淳安县', level: 'COUNTY' },
  ],
  '110000': [
    { code: '110101', name: '东城区', level: 'COUNTY' },
    { code: '110108', name: '海淀区', level: 'COUNTY' },
  ],
};

export const libraries: Library[] = [
  { code: 'zjlib', name: '浙江图书馆', level: 'PROVINCIAL', region: '330000', parent: 'nlc', readers: 1_420_000, inhabitants: 64_570_000 },
  { code: 'hzlib', name: '杭州图书馆', level: 'CITY', region: '330100', parent: 'zjlib', readers: 980_000, inhabitants: 11_940_000 },
  { code: 'xhlib', name: '西湖区图书馆', level: 'COUNTY', region: '330106', parent: 'hzlib' },
  { code: 'nblib', name: '宁波图书馆', level: 'CITY', region: '330200', parent: 'zjlib' },
  { code: 'nlc', name: '国家图书馆', level: 'NATIONAL', region: '110000' },
  { code: 'clcn', name: '首都图书馆', level: 'PROVINCIAL', region: '110000', parent: 'nlc', readers: 1_860_000 },
  { code: 'calib', name: '淳安县图书馆', level: 'COUNTY', region: '330127', parent: 'hzlib', readers: 41_000 },
  ...[
    '120000 天津图书馆',
    '130000 河北省图书馆',
    '140000 山西省图书馆',
    '150000 内蒙古图书馆',
    '210000 辽宁省图书馆',
    '220000 吉林省图书馆',
    '230000 黑龙江省图书馆',
    '310000 上海图书馆',
    '320000 南京图书馆',
    '340000 安徽省图书馆',
    '350000 福建省图书馆',
    '360000 江西省图书馆',
    '370000 山东省图书馆',
    '410000 河南省图书馆',
    '420000 湖北省图书馆',
    '430000 湖南图书馆',
    '440000 广东省立中山图书馆',
    '450000 广西壮族自治区图书馆',
    '460000 海南省图书馆',
    '500000 重庆图书馆',
    '510000 四川省图书馆',
    '520000 贵州省图书馆',
    '530000 云南省图书馆',
    '540000 西藏自治区图书馆',
    '610000 陕西省图书馆',
    '620000 甘肃省图书馆',
    '630000 青海省图书馆',
    '640000 宁夏回族自治区图书馆',
    '650000 新疆维吾尔自治区图书馆',
  ].map((line, index): Library => {
    const [region = '', name = ''] = line.split(' ');
    const size = { readers: 90_000 + ((index * 7919) % 60) * 20_000, inhabitants: 2_000_000 + ((index * 3571) % 90) * 700_000 };
    return { code: `P-${region}`, name, level: 'PROVINCIAL', region, parent: 'nlc', ...size };
  }),
  ...[
    '440100 广州图书馆',
    '440300 深圳图书馆',
    '320100 金陵图书馆',
    '320500 苏州图书馆',
    '370200 青岛市图书馆',
    '420100 武汉图书馆',
    '510100 成都图书馆',
    '610100 西安图书馆',
    '210200 大连图书馆',
    '350200 厦门市图书馆',
    '430100 长沙市图书馆',
    '620100 兰州市图书馆',
    '540100 拉萨市图书馆',
  ].map((line): Library => {
    const [region = '', name = ''] = line.split(' ');
    return { code: `C-${region}`, name, level: 'CITY', region, parent: `P-${region.slice(0, 2)}0000` };
  }),
];

const DAY = 86_400_000;
const at = (now: number, days: number) => new Date(now + days * DAY).toISOString();

export function campaign(now: number): Campaign {
  const window = { opensAt: at(now, -6), closesAt: at(now, 12.3) };
  return {
    id: 'spring-2026',
    title: { zh: '网络书香过大年', en: 'A New Year among Books' },
    tagline: { zh: '推开一扇门，读一省年味', en: 'Open a door, taste a province’s New Year' },
    description: {
      zh: '全国公共图书馆邀您在家过一个有书香的新年：答年俗、接诗句、访馆藏。老人孩子都能玩，每天都有三次机会。',
      en: 'Public libraries all over China invite you to a New Year of reading: customs, verses and treasures of their collections.',
    },
    window,
    state: 'OPEN',
    serverTime: new Date(now).toISOString(),
    activities: [
      {
        id: 'new-year-quiz',
        kind: 'QUIZ',
        title: { zh: '年俗知识答题', en: 'Quiz of New Year customs' },
        description: {
          zh: '门神为什么一左一右？元宵为什么要吃圆？十二道题，请你全家一起来答。',
          en: 'Why do door gods stand left and right? Twelve questions for the whole family.',
        },
        rules: {
          zh: '每天可答三次，取最好的一次。\n每题一分，按用时分先后。\n有的题目要先去图书馆的网页上找一找，找到再回来作答。',
          en: 'Three attempts a day; the best one counts.\nOne point a question; the faster is ahead on equal points.\nSome questions send you to a library’s page first.',
        },
        window,
        eligibility: { ageBands: [], regions: [] },
        timeLimitSeconds: 900,
        graceSeconds: 30,
        attemptsPerDay: 3,
        questionCount: 12,
      },
      {
        id: 'lantern-riddles',
        kind: 'QUIZ',
        title: { zh: '元宵灯谜会', en: 'Lantern riddles' },
        description: { zh: '正月十五，灯下猜谜。', en: 'Riddles under the lanterns.' },
        rules: { zh: '每天一次。', en: 'Once a day.' },
        window: { opensAt: at(now, 5), closesAt: at(now, 12.3) },
        eligibility: { ageBands: [], regions: [] },
        timeLimitSeconds: 600,
        graceSeconds: 30,
        attemptsPerDay: 1,
        questionCount: 10,
      },
      {
        id: 'laba-warm-up',
        kind: 'QUIZ',
        title: { zh: '腊八热身赛', en: 'Laba warm-up' },
        description: { zh: '喝碗腊八粥，先来热热身。', en: 'A bowl of Laba congee and a first round.' },
        rules: { zh: '每天一次。', en: 'Once a day.' },
        window: { opensAt: at(now, -6), closesAt: at(now, -2) },
        eligibility: { ageBands: ['UNDER_7', 'FROM_7_TO_13', 'FROM_14_TO_17'], regions: [] },
        timeLimitSeconds: 300,
        graceSeconds: 30,
        attemptsPerDay: 1,
        questionCount: 5,
      },
    ],
  };
}

type Question = Omit<PaperQuestion, 'position'> & Pick<GradedAnswer, 'correct' | 'explanation' | 'source'>;

const keyed = (...texts: string[]) => texts.map((text, index) => ({ key: 'abcdefghijkl'[index]!, text }));
const single = (
  id: string,
  stem: string,
  options: string[],
  correct: string,
  explanation: string,
  source: string,
): Question => ({
  id,
  kind: 'SINGLE_CHOICE',
  category: '年俗',
  difficulty: 'EASY',
  stem,
  options: keyed(...options),
  correct: [correct],
  explanation,
  source,
});

export const questions: Question[] = [
  single(
    'q1',
    '“爆竹声中一岁除，春风送暖入屠苏”出自哪首诗？',
    ['王安石《元日》', '苏轼《守岁》', '陆游《除夜雪》', '文天祥《除夜》'],
    'a',
    '王安石初任宰相时作《元日》，写新年除旧迎新的气象，也寄托革新的志愿。',
    '《王荆公诗注》卷四十一',
  ),
  {
    id: 'q2',
    kind: 'TRUE_FALSE',
    category: '年俗',
    difficulty: 'EASY',
    stem: '古人过年挂的“桃符”，是后来春联的前身。',
    options: keyed('对', '错'),
    correct: ['a'],
    explanation: '五代后蜀主孟昶在桃符上题“新年纳余庆，嘉节号长春”，常被看作最早的春联之一。',
    source: '《宋史·蜀世家》',
  },
  {
    id: 'q3',
    kind: 'MULTIPLE_CHOICE',
    category: '饮食',
    difficulty: 'MEDIUM',
    stem: '下面哪些吃食和元宵节有关？（可以多选）',
    options: keyed('汤圆', '元宵', '粽子', '月饼', '面灯', '青团'),
    correct: ['a', 'b', 'e'],
    explanation: '汤圆与元宵做法不同，一个包、一个滚；面灯是北方元宵节的面食。',
    source: '《岁时广记》',
  },
  {
    id: 'q4',
    kind: 'POEM_LINE',
    category: '诗词',
    difficulty: 'MEDIUM',
    stem: '请接下一句：千门万户曈曈日，',
    options: keyed('旧', '总', '桃', '春', '把', '换', '新', '符', '风'),
    blanks: 7,
    correct: ['b', 'e', 'g', 'c', 'f', 'a', 'h'],
    explanation: '“总把新桃换旧符”：新年里家家户户都换下旧桃符，挂上新桃符。',
    source: '王安石《元日》',
  },
  {
    ...single(
      'q5',
      '先去浙江图书馆的“年画馆”看一看：画中一左一右的两位门神通常是谁？',
      ['秦琼与尉迟恭', '关羽与张飞', '岳飞与韩世忠', '钟馗与李靖'],
      'a',
      '相传秦琼、尉迟恭为唐太宗守门，画像遂成门神。',
      '《三教源流搜神大全》',
    ),
    category: '馆藏',
    difficulty: 'HARD',
    resource: {
      name: '浙江图书馆 · 年画馆',
      url: 'https://example.org/nianhua',
      hint: '翻到“武门神”一页，看看画上的题字。',
    },
  },
  single(
    'q6',
    '“守岁”是在哪一天晚上？',
    ['除夕', '冬至', '腊八', '元宵'],
    'a',
    '除夕之夜一家团坐，通宵不眠以待天明，叫守岁。',
    '《风土记》',
  ),
  single(
    'q7',
    '贴“福”字的红纸，旧时多用哪种形状？',
    ['菱形斗方', '圆形', '三角形', '扇形'],
    'a',
    '菱形的“斗方”最为常见。',
    '《中国年俗志》',
  ),
  single(
    'q8',
    '“压岁钱”的“岁”最初谐音哪个字？',
    ['祟', '碎', '穗', '遂'],
    'a',
    '祟是传说里年夜出来扰小孩的小妖，压岁即压祟。',
    '《燕京岁时记》',
  ),
  {
    id: 'q9',
    kind: 'TRUE_FALSE',
    category: '年俗',
    difficulty: 'EASY',
    stem: '小年都是腊月二十三，全国各地一样。',
    options: keyed('对', '错'),
    correct: ['b'],
    explanation: '北方多在腊月二十三，南方多在腊月二十四。',
    source: '《中国节日志》',
  },
  single(
    'q10',
    '苏轼“明年岂无年，心事恐蹉跎”写的是什么风俗？',
    ['守岁', '祭灶', '拜年', '赏灯'],
    'a',
    '出自苏轼《守岁》诗。',
    '《东坡集》',
  ),
  {
    id: 'q11',
    kind: 'POEM_LINE',
    category: '诗词',
    difficulty: 'EASY',
    stem: '请接下一句：故乡今夜思千里，',
    options: keyed('霜', '又', '明', '一', '年', '朝', '鬓', '愁'),
    blanks: 7,
    correct: ['h', 'g', 'c', 'f', 'b', 'd', 'e'],
    explanation: '高适《除夜作》：“故乡今夜思千里，愁鬓明朝又一年。”',
    source: '《高常侍集》',
  },
  single(
    'q12',
    '“一夜连双岁，五更分二年”说的是哪个时刻？',
    ['除夕到元旦', '立春', '元宵', '冬至'],
    'a',
    '除夕一夜跨过两个年头。',
    '张说《岳州守岁》',
  ),
];
