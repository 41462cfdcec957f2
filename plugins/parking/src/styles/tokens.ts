import { css } from 'lit';

/** Colours and sizes. Text pairs hold at least 4.5:1 in both themes; every length that holds text is in rem, so it grows with it. */
export const tokens = css`
  :host {
    --page: #f2f5f9;
    --card: #ffffff;
    --card-2: #f0f4fa;
    --line: #e1e7ef;
    --ink: #10161f;
    --ink-2: #566273;
    --accent: #0b57d0;
    --accent-soft: #e3edfd;
    --button: #0b57d0;
    --on-button: #ffffff;
    --good: #0a7a43;
    --good-soft: #dff5e8;
    --warn: #8f4a00;
    --warn-soft: #fdf0dc;
    --bad: #b3261e;
    --free: #3fb57c;
    --day: #f2a33a;
    --night: #5a67d8;
    --shadow: 0 1px 2px rgb(16 22 31 / 0.05), 0 6px 20px rgb(16 22 31 / 0.06);
    --radius: 1.125rem;
    color-scheme: light;
  }
  :host([theme='dark']) {
    --page: #0e1217;
    --card: #181e26;
    --card-2: #212935;
    --line: #2b3440;
    --ink: #eef2f7;
    --ink-2: #a4b0bf;
    --accent: #8ab8ff;
    --accent-soft: #1b2c47;
    --button: #2468d8;
    --on-button: #ffffff;
    --good: #6fdba3;
    --good-soft: #14301f;
    --warn: #ffc374;
    --warn-soft: #35270f;
    --bad: #ff9d94;
    --free: #3fb57c;
    --day: #e09a3a;
    --night: #7b86f0;
    --shadow: none;
    color-scheme: dark;
  }
`;
