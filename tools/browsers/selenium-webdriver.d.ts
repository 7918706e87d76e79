/**
 * What is used of selenium-webdriver: its own pages have no types. Nothing here looks for browsers or downloads
 * anything.
 */
declare module 'selenium-webdriver/lib/command.js' {
  export class Command {
    getName(): string;
    getParameters(): Readonly<Record<string, unknown>>;
    constructor(name: string);
    setParameters(parameters: object): this;
  }
  export interface Executor {
    execute(command: Command): Promise<unknown>;
  }
}

declare module 'selenium-webdriver/lib/session.js' {
  export class Session {
    constructor(id: string, capabilities: object);
    getCapabilities(): { get(name: string): unknown };
  }
}

declare module 'selenium-webdriver/http/index.js' {
  import type { Command, Executor as CommandExecutor } from 'selenium-webdriver/lib/command.js';
  export class HttpClient {
    constructor(address: string);
  }
  export class Executor implements CommandExecutor {
    constructor(client: HttpClient);
    execute(command: Command): Promise<unknown>;
  }
}

declare module 'selenium-webdriver/lib/webdriver.js' {
  import type { Command, Executor } from 'selenium-webdriver/lib/command.js';
  import type { Session } from 'selenium-webdriver/lib/session.js';

  interface Actions {
    sendKeys(...keys: readonly string[]): Actions;
    perform(): Promise<void>;
  }
  interface Rectangle {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }
  export interface WebElement {
    click(): Promise<void>;
    sendKeys(text: string): Promise<void>;
  }
  export class WebDriver {
    static createSession(executor: Executor, capabilities: object): WebDriver;
    constructor(session: Session, executor: Executor);
    getSession(): Promise<Session>;
    execute(command: Command): Promise<unknown>;
    get(address: string): Promise<void>;
    executeAsyncScript(script: string, ...args: readonly unknown[]): Promise<unknown>;
    actions(): Actions;
    manage(): { window(): { setRect(rectangle: Rectangle): Promise<unknown> } };
    takeScreenshot(): Promise<string>;
    quit(): Promise<void>;
  }
}
