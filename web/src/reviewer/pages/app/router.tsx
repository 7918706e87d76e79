import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  type RouterHistory,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import { paths } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import { EnrollPage } from '../enroll/enroll-page.tsx';
import { RecoverPage } from '../enroll/recover-page.tsx';
import { FilesPage } from '../files/files-page.tsx';
import { MessagesPage } from '../messages/messages-page.tsx';
import { OverviewPage } from '../overview/overview-page.tsx';
import { ReportPage } from '../pack/report-page.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { SecretsPage } from '../secrets/secrets-page.tsx';
import { AccountPage } from '../session/account-page.tsx';
import { TrustPage } from '../trust/trust-page.tsx';
import styles from './shell.module.css';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
const toRoot = (): typeof root => root;

/** One line per page. A page reads its own address (`validateSearch`): filters and ids, never content. */
const routes = [
  createRoute({ getParentRoute: toRoot, path: paths.overview, component: OverviewPage }),
  createRoute({ getParentRoute: toRoot, path: paths.messages, component: MessagesPage }),
  createRoute({ getParentRoute: toRoot, path: paths.enroll, component: EnrollPage }),
  createRoute({ getParentRoute: toRoot, path: paths.recover, component: RecoverPage }),
  createRoute({ getParentRoute: toRoot, path: paths.files, component: FilesPage }),
  createRoute({ getParentRoute: toRoot, path: paths.secrets, component: SecretsPage }),
  createRoute({ getParentRoute: toRoot, path: paths.people, component: PeoplePage }),
  createRoute({ getParentRoute: toRoot, path: paths.trust, component: TrustPage }),
  createRoute({ getParentRoute: toRoot, path: paths.report, component: ReportPage }),
  createRoute({ getParentRoute: toRoot, path: paths.account, component: AccountPage }),
];

const tree = root.addChildren(routes);

/** Everything is after the `#`: no server sees where somebody is, and the site needs no rewrite rule. */
export function makeAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree: tree, history, defaultPreload: false, scrollRestoration: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof makeAppRouter>;
  }
}

function NotFoundPage(): ReactElement {
  const { notFound } = useWords('shared');
  return (
    <div className={styles['page']}>
      <EmptyState action={<Link to={paths.overview}>{notFound.back}</Link>}>{notFound.title}</EmptyState>
    </div>
  );
}
