// SPDX-License-Identifier: Apache-2.0
import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { Logo } from './Logo';

/** Catalog and hardening first, settings at the foot. */
export const sidebar = NavContentBlueprint.make({
  params: {
    component: ({ navItems }) => {
      const nav = navItems.withComponent(({ icon, href, title }) => (
        <SidebarItem icon={() => icon} to={href} text={title} />
      ));
      const settings = nav.take('page:user-settings');
      return (
        <Sidebar>
          <Logo />
          <SidebarDivider />
          <SidebarGroup label="Menu">
            {nav.take('page:catalog')}
            {nav.take('page:hardening')}
            {nav.rest({ sortBy: 'title' })}
          </SidebarGroup>
          <SidebarSpace />
          <SidebarDivider />
          <SidebarGroup
            label="Settings"
            icon={<UserSettingsSignInAvatar />}
            to="/settings"
          >
            {settings}
          </SidebarGroup>
        </Sidebar>
      );
    },
  },
});
