/**
 * What guessers try first, of eight characters and more (shorter ones are refused anyway), folded. From the heads of
 * published lists of leaked passwords, from what devices of this trade are shipped with, and from our own demonstration, whose
 * passwords everybody can read. Runs are found by rule.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pass1234 passpass password!
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc q1w2e3r4 zaq12wsx zaq1zaq1 1qazxsw2 qwer1234 qwerty12 qwerty123
  qwertyui qwertyuiop qwerty1234 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 1234qwer 12345qwert qweasdzxc
  12341234 12121212 11223344 1122334455 11112222 10203040 00001111 31415926 123123123 12344321 147258369 159357258
  789456123 741852963 123454321 987654321 9876543210 1234567890 0123456789 123456789a 12345678a a12345678 a123456789
  abc12345 abcd1234 abc123456 abcdefg1 abcd12345 aa123456 aa12345678 a1b2c3d4 a1s2d3f4 asd12345 asd123456 zxc123456
  woaini1314 woaini520 5201314a 52013140 iloveyou iloveyou1 ilovegod sunshine sunshine1 princess princess1 football
  football1 baseball baseball1 basketball superman superman1 spiderman starwars whatever computer internet michelle
  jennifer michael1 danielle jessica1 samantha victoria charlie1 liverpool chelsea1 arsenal1 pokemon1 dragon123
  monkey123 shadow123 master123 trustno1 letmein1 letmein123 welcome1 welcome12 welcome123 changeme changeme1
  changeme123 default1 default123 secret123 access123 administrator admin123 admin1234 admin12345 adminadmin admin888
  admin@123 admin123456 root1234 rootroot toor1234 guest123 guestguest system123 manager1 manager123 operator
  operator1 operator123 operators console1 console123 control1 control123 controlroom receiver transmitter seatmatrix
  seatmatrix1 kvmadmin kvm12345 kvm123456 server123 service1 service123 supervisor support1 support123 installer
  test1234 testtest test12345 temp1234 user1234 useruser public123 private1 private123 security security1 network1
  seatmatrix-demo kvm-op-2 hxfj1234 hxfj123456 hxfj12345678 company1 company123 summer2024 summer2025 summer2026 winter2024 winter2025
  winter2026 spring2025 spring2026 autumn2025 autumn2026 january1 february monday123 letmein! qwerty!@# !@#$%^&*
  !qaz2wsx !qaz@wsx 1qaz!qaz q1w2e3r4t5 zxcvbnm, asdfasdf qwerqwer abcabcab blink182 corvette mercedes mustang1
  `
    .trim()
    .split(/\s+/),
);
