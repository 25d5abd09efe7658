import { Spinner } from '@wordpress/components';
import { lazy, Suspense, useEffect } from '@wordpress/element';
import { boot, isOn } from '../entities/boot';
import { Bell } from '../reminders/bell';
import { showHelpOf } from '../router/help';
import { LeaveDialog } from '../router/leave-dialog';
import { markCurrentMenuItem } from '../router/sidebar';
import { useAddress } from '../router/use-address';
import { ConfigProvider } from '../shared/config-context';
import { ErrorBoundary } from './error-boundary';
import { Snackbars } from './snackbars';

// DataViews weighs more than all the rest: the screens made of it share one chunk, which the others never load.
const RecordPage = lazy( () => import( /* webpackChunkName: "records" */ '../records/record-page' ) );
const Dashboard = lazy( () => import( /* webpackChunkName: "dashboard" */ '../dashboard/dashboard' ) );
const Settings = lazy( () => import( /* webpackChunkName: "settings" */ '../settings/settings' ) );

function Screen( { page }: { page: string } ) {
	const { pages } = boot();
	if ( page === pages.dashboard ) {
		return <Dashboard />;
	}
	return page === pages.settings ? <Settings /> : <RecordPage />;
}

/** The CRM inside wp-admin: the screen of the address, what just happened, and the question before leaving. */
export function App() {
	const { page } = useAddress();
	useEffect( () => {
		markCurrentMenuItem( page );
		showHelpOf( page );
	}, [ page ] );
	return (
		<ConfigProvider>
			<ErrorBoundary key={ page }>
				<Suspense fallback={ <Spinner /> }>
					<Screen page={ page } />
				</Suspense>
			</ErrorBoundary>
			{ isOn( 'task' ) && <Bell /> }
			<Snackbars />
			<LeaveDialog />
		</ConfigProvider>
	);
}
