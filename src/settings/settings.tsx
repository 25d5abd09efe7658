import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { boot, can, isOn } from '../entities/boot';
import { formatAddress } from '../router/address';
import { useAddress } from '../router/use-address';
import { TagsTab } from '../tags/tags-tab';
import { DataTab } from './data-tab';
import { ListsTab } from './lists-tab';
import { ModulesTab } from './modules-tab';
import { MoneyTab } from './money-tab';
import { QuotesTab } from './quotes-tab';
import { RolesTab } from './roles-tab';

/** The settings, by tab; each person gets those they may change. */
export default function Settings() {
	const { tab } = useAddress();
	const manages = can( 'carnet_manage' );
	const tabs = [
		{ name: 'lists', label: __( 'Lists', 'carnet-crm' ), Tab: ListsTab, isShown: manages },
		{
			name: 'tags',
			label: __( 'Tags', 'carnet-crm' ),
			Tab: TagsTab,
			isShown: can( 'carnet_edit' ) && can( 'carnet_others' ),
		},
		{ name: 'money', label: __( 'Currencies and taxes', 'carnet-crm' ), Tab: MoneyTab, isShown: manages },
		{
			name: 'quotes',
			label: __( 'Quotes', 'carnet-crm' ),
			Tab: QuotesTab,
			isShown: manages && isOn( 'quote' ),
		},
		{ name: 'roles', label: __( 'Roles', 'carnet-crm' ), Tab: RolesTab, isShown: manages },
		{ name: 'modules', label: __( 'Modules', 'carnet-crm' ), Tab: ModulesTab, isShown: manages },
		{ name: 'data', label: __( 'Data', 'carnet-crm' ), Tab: DataTab, isShown: manages },
	].filter( ( { isShown } ) => isShown );
	const current = tabs.find( ( { name } ) => name === tab ) ?? tabs[ 0 ];
	return (
		<>
			<ScreenTitle title={ __( 'Settings', 'carnet-crm' ) } />
			<nav className="nav-tab-wrapper carnet-tabs" aria-label={ __( 'Parts of the settings', 'carnet-crm' ) }>
				{ tabs.map( ( { name, label } ) => (
					<a
						key={ name }
						className={ name === current?.name ? 'nav-tab nav-tab-active' : 'nav-tab' }
						aria-current={ name === current?.name ? 'page' : undefined }
						href={ formatAddress( { page: boot().pages.settings, tab: name } ) }
					>
						{ label }
					</a>
				) ) }
			</nav>
			{ current && <current.Tab /> }
		</>
	);
}
