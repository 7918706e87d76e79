/** What carries commands of WebDriver to one browser. Each gives the command's value, or throws what the browser says. */
export interface Wire {
  send(command: Command, params?: object): Promise<unknown>;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
}

/** Those commands of W3C WebDriver that tests need, as Firefox names them, with what they are over HTTP. */
export const OVER_HTTP = {
  'WebDriver:Navigate': 'POST /url',
  'WebDriver:ExecuteAsyncScript': 'POST /execute/async',
  'WebDriver:ElementClick': 'POST /element/{id}/click',
  'WebDriver:ElementSendKeys': 'POST /element/{id}/value',
  'WebDriver:PerformActions': 'POST /actions',
  'WebDriver:TakeScreenshot': 'GET /screenshot',
  'WebDriver:SetWindowRect': 'POST /window/rect',
} as const;

export type Command = keyof typeof OVER_HTTP;
