#!/bin/sh
# The first process of the guest. Whatever happens, the machine ends by itself.
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox --install -s /bin
export PATH=/bin:/usr/bin
(sleep 240; echo 'the guest took too long'; reboot -f) &
mount -t configfs none /sys/kernel/config 2>/dev/null
while read -r module; do insmod "/modules/$module" $(sed "s/ /\n/g" /proc/cmdline | sed -n "s/^${module%.ko}\.//p") || echo "insmod $module failed"; done < /modules/order
mount -t configfs none /sys/kernel/config 2>/dev/null
ip link set lo up
/usr/bin/node /seatmatrix/test/virtual-box/guest/main.ts
echo "main ended with $?"
reboot -f
